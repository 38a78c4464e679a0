public import Documents
public import Domain
public import Storage

/// An office replaces the form of one kind of its papers by its own from a day on: a unit its own papers', Home Affairs the province's. Papers that
/// bear an earlier day stay as they were made.
public struct ReplaceTemplate: Sendable {
    /// A Word document, with its name; nil: the built-in form again.
    public struct File: Sendable {
        public var name: String
        public var content: [UInt8]

        public init(name: String, content: [UInt8]) {
            self.name = name
            self.content = content
        }

        /// With a picture of the seal and a letterhead.
        public static let largest = 2 * 1_048_576
    }

    /// One of ``PaperKind/replaceable``.
    public var kind: PaperKind
    public var file: File?
    /// Why the built-in form is used again; of a document not asked.
    public var reason: String
    /// First day; nil: today.
    public var validFrom: CivilDate?

    public init(_ kind: PaperKind, by file: File?, reason: String = "", validFrom: CivilDate? = nil) {
        self.kind = kind
        self.file = file
        self.reason = reason
        self.validFrom = validFrom
    }

    /// - Throws: `not-allowed`; `invalid-template`, `template-too-large`, `template-with-macros`, `template-with-objects`, `template-with-links`,
    ///   `unknown-template-field`, `template-field-missing`; `invalid-input`, `template-there`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> OfficeTemplate.ID {
        let officer = try await tx.officer()
        let place = TemplatePlace(officer)
        guard place.mayChange else { throw Problem.notAllowed }
        var check = InputCheck()
        let day = validFrom ?? officer.today
        if day < officer.today {
            check.fault(
                "$.validFrom", "trước ngày hôm nay (\(officer.today.vietnamese)); văn bản đã lập giữ mẫu cũ, chọn từ hôm nay trở đi")
        }
        let name = file.map { VietnameseText($0.name).string } ?? check.line(reason, "$.reason", atMost: 500)
        if let file {
            guard PaperKind.replaceable.contains(kind) else { throw Problem.notFound }
            guard file.content.count <= File.largest else {
                throw Problem(
                    .tooLarge, "template-too-large", "\(name): tệp mẫu lớn hơn 2 MB. Giảm kích thước hình ảnh trong mẫu rồi tải lên lại.")
            }
            try PaperTemplate(file.content, name: name).check(for: kind)
        }
        try check.finish()
        let id: OfficeTemplate.ID = ids.next()
        try await OfficeTemplate.record(
            id, of: kind.rawValue, place.tenant, from: day, name: name.isEmpty ? kind.fileName : String(name.prefix(200)),
            content: file?.content, in: tx)
        return id
    }
}

/// Whose forms are kept where an officer entered, and whether he keeps them.
struct TemplatePlace {
    /// Nil: the province's.
    let tenant: Tenant.ID?
    let mayChange: Bool

    init(_ officer: ActingOfficer) {
        tenant = officer.place
        mayChange = officer.place == nil ? officer.may(.appraiseAward) : officer.place == officer.home && officer.may(.proposeAward)
    }
}
