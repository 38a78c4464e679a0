import Domain
import Operations

/// Names and posts as certificates will bear them: the unit says them, each nominee confirms his own (A71).
struct NamesPage: FormPage {
    static let template = "award-names"
    let frame: Frame
    let unit: String
    /// Of who looks, where something was said of him.
    let own: [Own]
    /// What he said of being named in public.
    let said: [Said]
    let rows: [Row]
    let hasNoRows: Bool
    let more: Bool
    var fault: FormFault?

    struct Own: Sendable {
        let said: String
        let isConfirmed: Bool
        let mayConfirm: Bool
        let path: String
        let formToken: String
    }

    struct Said: Sendable {
        let words: String
        /// Where what he signed is, and where he adds it.
        let path: String
    }

    struct Row: Sendable {
        let dossier: String
        let nominee: String
        let unit: String
        let said: String
        let confirmed: String
        /// Where what he signed of his name is.
        let signed: [String]
        let name: String
        let post: String
        let isPerson: Bool
        let mayConfirm: Bool
        let path: String
        let formToken: String
        /// To be named in public, and where what he signed is.
        let consent: String
        let files: [String]
    }

    /// - Parameters:
    ///   - path: of the page.
    ///   - files: slug of the unit, under which files are.
    ///   - consents: the last word of each.
    init(
        frame: Frame, unit: String, path: String, files: String?, _ names: [ConfirmedName], own: [OwnName], consents: [PublicityConsent],
        more: Bool,
        mayConfirm: Bool
    ) {
        self.frame = frame
        self.unit = unit
        self.more = more
        let lastOf = Dictionary(consents.map { ($0.dossier, $0) }, uniquingKeysWith: { first, _ in first })
        self.own = own.map { name in
            Own(
                said: name.unit.map(Self.words) ?? "đơn vị chưa ghi", isConfirmed: name.unit != nil && name.unit == name.nominee,
                mayConfirm: name.unit != nil && name.unit != name.nominee, path: "\(path)/\(name.dossier)/own",
                formToken: frame.formToken)
        }
        said = consents.filter(\.isOnesOwn).map { consent in
            Said(
                words: PublicityConsent.standing(.individual, consent.word.consents)
                    + ", \(consent.word.manner.vietnamese) ngày \(consent.word.givenOn.vietnamese)",
                path: AwardFilesPage.path(.consent, consent.id, in: files))
        }
        rows = names.map { name in
            let isPerson = name.dossier.subject == .individual
            let consent = lastOf[name.dossier.id]
            return Row(
                dossier: name.dossier.id.description, nominee: name.dossier.nominee, unit: name.dossier.unit,
                said: name.unit.map(Self.words) ?? "",
                confirmed: name.printed != nil
                    ? "đã xác nhận" : isPerson && name.unit != nil ? "chờ người được khen thưởng xác nhận" : "chưa ghi",
                signed: name.signed.map { [AwardFilesPage.path(.nameConfirmation, $0, in: files)] } ?? [],
                name: name.unit?.name ?? name.dossier.nominee, post: name.unit?.post ?? "", isPerson: isPerson, mayConfirm: mayConfirm,
                path: path, formToken: frame.formToken,
                consent: PublicityConsent.standing(name.dossier.subject, consent?.word.consents)
                    + (consent.map { ", \($0.word.manner.vietnamese) ngày \($0.word.givenOn.vietnamese)" } ?? ""),
                files: consent.map { [AwardFilesPage.path(.consent, $0.id, in: files)] } ?? [])
        }
        hasNoRows = names.isEmpty
    }

    private static func words(_ word: ConfirmedName.Word) -> String {
        word.post.isEmpty ? word.name : "\(word.name), \(word.post)"
    }
}
