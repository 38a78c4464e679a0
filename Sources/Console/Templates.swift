import Foundation
import Mustache

/// The pages' templates, compiled once. A template that does not compile is found by the first test that renders any page.
struct Templates: Sendable {
    static let shared = Templates()

    private let library: MustacheLibrary

    /// Name of each template and its text, embedded in the executable.
    static let sources: [(name: String, text: String)] = [
        ("layout", text(PackageResources.layout_mustache)),
        ("sign-in", text(PackageResources.sign_in_mustache)),
        ("sessions", text(PackageResources.sessions_mustache)),
        ("notices", text(PackageResources.notices_mustache)),
        ("second-factor", text(PackageResources.second_factor_mustache)),
        ("recovery-codes", text(PackageResources.recovery_codes_mustache)),
        ("sign-in-code", text(PackageResources.sign_in_code_mustache)),
        ("acting-post", text(PackageResources.acting_post_mustache)),
        ("drafts", text(PackageResources.drafts_mustache)),
        ("delegations", text(PackageResources.delegations_mustache)),
        ("change-password", text(PackageResources.change_password_mustache)),
        ("set-password", text(PackageResources.set_password_mustache)),
        ("problem", text(PackageResources.problem_mustache)),
        ("province", text(PackageResources.province_mustache)),
        ("unit", text(PackageResources.unit_mustache)),
        ("launches", text(PackageResources.launches_mustache)),
        ("launch", text(PackageResources.launch_mustache)),
        ("campaign-launch", text(PackageResources.campaign_launch_mustache)),
        ("people", text(PackageResources.people_mustache)),
        ("person", text(PackageResources.person_mustache)),
        ("slips", text(PackageResources.slips_mustache)),
        ("directive", text(PackageResources.directive_mustache)),
        ("warnings", text(PackageResources.warnings_mustache)),
        ("ledger", text(PackageResources.ledger_mustache)),
        ("calendar", text(PackageResources.calendar_mustache)),
        ("list-table", text(PackageResources.list_table_mustache)),
        ("form-fault", text(PackageResources.form_fault_mustache)),
        ("seat-fields", text(PackageResources.seat_fields_mustache)),
        ("hand-over-fields", text(PackageResources.hand_over_fields_mustache)),
        ("papers", text(PackageResources.papers_mustache)),
        ("explanation", text(PackageResources.explanation_mustache)),
        ("items", text(PackageResources.items_mustache)),
        ("province-judgement", text(PackageResources.province_judgement_mustache)),
        ("unit-judgement", text(PackageResources.unit_judgement_mustache)),
        ("motto", text(PackageResources.motto_mustache)),
        ("mottos", text(PackageResources.mottos_mustache)),
        ("motto-table", text(PackageResources.motto_table_mustache)),
        ("confirmations", text(PackageResources.confirmations_mustache)),
        ("province-review", text(PackageResources.province_review_mustache)),
        ("unit-review", text(PackageResources.unit_review_mustache)),
        ("review-choice", text(PackageResources.review_choice_mustache)),
        ("review-versions", text(PackageResources.review_versions_mustache)),
        ("review-events", text(PackageResources.review_events_mustache)),
        ("review-event", text(PackageResources.review_event_mustache)),
        ("campaign-choice", text(PackageResources.campaign_choice_mustache)),
        ("months", text(PackageResources.months_mustache)),
        ("urging", text(PackageResources.urging_mustache)),
        ("reminder-rules", text(PackageResources.reminder_rules_mustache)),
        ("difficulties", text(PackageResources.difficulties_mustache)),
        ("difficulty", text(PackageResources.difficulty_mustache)),
        ("acts", text(PackageResources.acts_mustache)),
        ("remedies", text(PackageResources.remedies_mustache)),
        ("remedy", text(PackageResources.remedy_mustache)),
        ("good-models", text(PackageResources.good_models_mustache)),
        ("good-model", text(PackageResources.good_model_mustache)),
        ("good-model-adoptions", text(PackageResources.good_model_adoptions_mustache)),
        ("good-model-adoption", text(PackageResources.good_model_adoption_mustache)),
        ("inspections", text(PackageResources.inspections_mustache)),
        ("coverage", text(PackageResources.coverage_mustache)),
        ("coverage-line", text(PackageResources.coverage_line_mustache)),
        ("coverage-published", text(PackageResources.coverage_published_mustache)),
        ("followings", text(PackageResources.followings_mustache)),
        ("unit-months", text(PackageResources.unit_months_mustache)),
        ("nominations", text(PackageResources.nominations_mustache)),
        ("dossiers", text(PackageResources.dossiers_mustache)),
        ("dossier", text(PackageResources.dossier_mustache)),
        ("step-forms", text(PackageResources.step_forms_mustache)),
        ("own-awards", text(PackageResources.own_awards_mustache)),
        ("award-files", text(PackageResources.award_files_mustache)),
        ("award-names", text(PackageResources.award_names_mustache)),
        ("holds", text(PackageResources.holds_mustache)),
        ("initiatives", text(PackageResources.initiatives_mustache)),
        ("initiative", text(PackageResources.initiative_mustache)),
        ("asked-confirmations", text(PackageResources.asked_confirmations_mustache)),
        ("published-initiatives", text(PackageResources.published_initiatives_mustache)),
        ("criticisms", text(PackageResources.criticisms_mustache)),
        ("criticism", text(PackageResources.criticism_mustache)),
        ("handlings", text(PackageResources.handlings_mustache)),
        ("opinions", text(PackageResources.opinions_mustache)),
        ("petitions", text(PackageResources.petitions_mustache)),
        ("awards", text(PackageResources.awards_mustache)),
        ("statistics", text(PackageResources.statistics_mustache)),
        ("past-awards", text(PackageResources.past_awards_mustache)),
        ("paper-templates", text(PackageResources.paper_templates_mustache)),
        ("aftermath", text(PackageResources.aftermath_mustache)),
        ("presentations", text(PackageResources.presentations_mustache)),
        ("presentation", text(PackageResources.presentation_mustache)),
        ("published-awards", text(PackageResources.published_awards_mustache)),
        ("council", text(PackageResources.council_mustache)),
        ("council-session", text(PackageResources.council_session_mustache)),
        ("item", text(PackageResources.item_mustache)),
        ("disputes", text(PackageResources.disputes_mustache)),
        ("item-drafts", text(PackageResources.item_drafts_mustache)),
        ("item-draft-fields", text(PackageResources.item_draft_fields_mustache)),
        ("cut-fields", text(PackageResources.cut_fields_mustache)),
        ("item-supplements", text(PackageResources.item_supplements_mustache)),
        ("item-forms", text(PackageResources.item_forms_mustache)),
        ("passing-fields", text(PackageResources.passing_fields_mustache)),
        ("units-table", text(PackageResources.units_table_mustache)),
        ("units-table-changes", text(PackageResources.units_table_changes_mustache)),
        ("units-table-items", text(PackageResources.units_table_items_mustache)),
        ("unit-table", text(PackageResources.unit_table_mustache)),
        ("unit-links", text(PackageResources.unit_links_mustache)),
        ("launch-lists", text(PackageResources.launch_lists_mustache)),
        ("help", text(PackageResources.help_mustache)),
        ("guide", text(PackageResources.guide_mustache)),
        // The words of the guides: ``Guide``.
        ("guide-start", text(PackageResources.guide_start_mustache)),
        ("guide-launch", text(PackageResources.guide_launch_mustache)),
        ("guide-tasks", text(PackageResources.guide_tasks_mustache)),
        ("guide-assigning", text(PackageResources.guide_assigning_mustache)),
        ("guide-review", text(PackageResources.guide_review_mustache)),
        ("guide-awards", text(PackageResources.guide_awards_mustache)),
        ("guide-council", text(PackageResources.guide_council_mustache)),
        ("guide-own-awards", text(PackageResources.guide_own_awards_mustache)),
        ("guide-initiatives", text(PackageResources.guide_initiatives_mustache)),
        ("guide-after-awards", text(PackageResources.guide_after_awards_mustache)),
        ("guide-criticism", text(PackageResources.guide_criticism_mustache)),
        ("guide-months", text(PackageResources.guide_months_mustache)),
        ("guide-difficulties", text(PackageResources.guide_difficulties_mustache)),
        ("guide-coverage", text(PackageResources.guide_coverage_mustache)),
        ("guide-notices", text(PackageResources.guide_notices_mustache)),
        ("guide-organisation", text(PackageResources.guide_organisation_mustache)),
        ("guide-account", text(PackageResources.guide_account_mustache)),
        ("guide-glossary", text(PackageResources.guide_glossary_mustache)),
    ]

    static let style = PackageResources.style_css

    private init() {
        MustacheContentTypes.register(EscapedHTML(), named: "HTML")
        var templates: [String: MustacheTemplate] = [:]
        for (name, text) in Self.sources {
            do {
                templates[name] = try MustacheTemplate(string: "{{% CONTENT_TYPE: HTML}}\n" + text)
            } catch {
                preconditionFailure("the template \(name) does not compile: \(error)")
            }
        }
        library = MustacheLibrary(templates: templates)
    }

    func render(_ page: some Page) -> String {
        library.render(page, withTemplate: type(of: page).template) ?? ""
    }

    /// The words of a guide, as HTML.
    func text(of guide: Guide, for reader: GuideReader) -> String {
        library.render(reader, withTemplate: guide.template) ?? ""
    }

    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}

/// Text of a page, in which no sign is one of HTML. Byte by byte: a mark above a letter, put behind a quotation mark, makes one letter with
/// it, which the library's own escaping lets through.
struct EscapedHTML: MustacheContentType {
    func escapeText(_ text: String) -> String { Self.escaped(text) }

    static func escaped(_ text: String) -> String {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if let sign = signsByByte[Int(byte)] { escaped += sign } else { escaped.append(byte) }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    /// The text that such HTML stands for.
    static func plain(_ html: String) -> String {
        signs.reversed().reduce(html) { $0.replacing($1.value, with: String($1.key)) }
    }

    private static let signs: KeyValuePairs<Unicode.Scalar, String> = [
        "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;",
    ]

    private static let signsByByte: [[UInt8]?] = signs.reduce(into: Array(repeating: nil, count: 256)) { table, sign in
        table[Int(sign.key.value)] = Array(sign.value.utf8)
    }
}

/// A page is a struct of what it shows and a template that shows it. Names of the template are names of the struct.
protocol Page: Sendable {
    static var template: String { get }
    var frame: Frame { get }
}

/// What stands around every page.
struct Frame: Sendable {
    var signedIn = false
    var demonstration = false
    /// dd/mm/yyyy.
    var today = ""
    var post = ""
    var unit = ""
    /// The last day of a unit that has ended, dd/mm/yyyy.
    var ended: String?
    /// A hidden field of every form: without it a form of a signed-in officer is refused.
    var formToken = ""
    /// Whether the acting post keeps the people of its unit.
    var keepsDirectory = false
    /// Whether it sees its unit as a whole, and with it the unit's papers.
    var readsPapers = false
    /// Whether it gives items, and so prepares them.
    var assigns = false
    /// Whether it also enters the papers that order them.
    var cutsDirectives = false
    /// How many notices he has not read; nil: none.
    var unread: Int?
    /// Where the guide of the page is; nil: it has none.
    var guide: String?
    /// The list of the page as files, with the filter that it is shown by.
    var files: [File] = []
    var hasFiles = false
    /// Lists of a page that shows several, each as files.
    var lists: [Listed] = []

    struct File: Sendable {
        let name: String
        let address: String
    }

    struct Listed: Sendable {
        let name: String
        let files: [File]
    }
}
