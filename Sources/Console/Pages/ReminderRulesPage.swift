import Domain
import Operations

/// When people are reminded and how long reporting periods are, each rule with those before it, the forms by which the Office says it otherwise,
/// and what could not be sent.
struct ReminderRulesPage: FormPage {
    static let template = "reminder-rules"
    let frame: Frame
    let rows: [Row]
    /// The form of who keeps them.
    let setting: [Setting]
    let periods: [Period]
    let periodSetting: [PeriodSetting]
    let unsent: [Unsent]
    let hasUnsent: Bool
    var fault: FormFault?

    struct Row: Sendable {
        let about: String
        let told: String
        let span: String
        let words: String
        let source: String
        let from: String
        let through: String
        let standing: String
    }

    struct Setting: Sendable {
        let path: String
        let formToken: String
        let rules: [Choice]
        let sides: [Choice]
    }

    struct Period: Sendable {
        let span: String
        let days: String
        let citation: String
        let daysCitation: String
        let from: String
        let through: String
        let standing: String
    }

    struct PeriodSetting: Sendable {
        let path: String
        let formToken: String
        let mostDays: String
        /// What is in force, to be changed.
        let firstDay: String
        let subUnitDays: String
        let unitDays: String
        let closeDays: String
    }

    struct Unsent: Sendable {
        let unit: String
        let way: String
        let count: String
        let since: String
        let standing: String
    }

    /// Of the due date, or of the first day of a period.
    enum Side: String, Sendable, CaseIterable {
        case before, after

        var vietnamese: String { self == .before ? "ngày trước hạn" : "ngày sau hạn, sau ngày đầu kỳ" }

        /// As a rule counts: negative before it.
        func days(_ typed: Int) -> Int { self == .before ? -typed : typed }
    }

    /// - Parameter today: by which a rule is in force.
    init(
        frame: Frame, path: String, _ rules: [ReminderRule], _ periodRules: [PeriodRule], _ messages: [UnsentMessages], on today: CivilDate,
        mayKeep: Bool
    ) {
        self.frame = frame
        unsent = messages.map { those in
            Unsent(
                unit: those.unit, way: those.way, count: VietnameseNumber.text(those.count),
                since: those.since.vietnamese, standing: those.standing)
        }
        hasUnsent = !unsent.isEmpty
        rows = rules.map { rule in
            Row(
                about: rule.about.vietnamese, told: rule.told.vietnamese, span: rule.span, words: rule.words, source: rule.source,
                from: rule.validFrom.vietnamese, through: rule.validTo?.vietnamese ?? "", standing: rule.standing(on: today))
        }
        periods = periodRules.map { rule in
            Period(
                span: rule.span, days: "cấp xã \(rule.subUnitDays), đơn vị \(rule.unitDays), chốt \(rule.closeDays)",
                citation: rule.citation,
                daysCitation: rule.daysCitation, from: rule.validFrom.vietnamese, through: rule.validTo?.vietnamese ?? "",
                standing: rule.standing(on: today))
        }
        let present = periodRules.first { $0.validFrom <= today }
        periodSetting =
            mayKeep
            ? [
                PeriodSetting(
                    path: path + "/period", formToken: frame.formToken, mostDays: "\(PeriodRule.mostDays)",
                    firstDay: present.map { "\($0.firstDay)" } ?? "", subUnitDays: present.map { "\($0.subUnitDays)" } ?? "",
                    unitDays: present.map { "\($0.unitDays)" } ?? "", closeDays: present.map { "\($0.closeDays)" } ?? "")
            ] : []
        // The latest of each code comes first: that is what another takes the place of.
        var last: [ReminderRule] = []
        for rule in rules where last.last?.code != rule.code { last.append(rule) }
        setting =
            mayKeep
            ? [
                Setting(
                    path: path, formToken: frame.formToken,
                    rules: last.map { rule in
                        Choice(key: rule.code, name: "\(rule.about.vietnamese), \(rule.told.vietnamese): \(rule.span)")
                    }, sides: Side.allCases.map { Choice(key: $0.rawValue, name: $0.vietnamese) })
            ] : []
    }
}
