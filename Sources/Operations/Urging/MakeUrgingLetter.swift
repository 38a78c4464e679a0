import Documents
public import Domain
public import Storage

/// D6: the Office's letter to one unit about what is overdue there. Of a cause that was urged before it speaks only where it is asked to, and says so.
public struct MakeUrgingLetter: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var tenant: Tenant.Slug
    /// Urges again what was urged before.
    public var again: Bool

    public init(campaign: String, tenant: Tenant.Slug, again: Bool = false) {
        self.campaign = campaign
        self.tenant = tenant
        self.again = again
    }

    /// - Throws: `not-found`, `nothing-overdue`, `urged-already`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        let answer = try await ListOverdue(campaign: campaign).perform(in: tx)
        let unit = try answer.unit(try await Tenant.named(tenant, in: tx))
        guard !unit.spoken(again: again).isEmpty else { throw Problem.urged(unit) }
        return try await UrgingDesk.office(in: tx).letter(to: unit, answer, again: again, in: tx)
    }
}

/// The letters to all units that have something overdue that no letter has spoken of, or again to all that have something overdue; one a unit.
public struct MakeUrgingLetters: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var again: Bool

    public init(campaign: String, again: Bool = false) {
        self.campaign = campaign
        self.again = again
    }

    /// One ZIP archive with a Word document for each unit, named after its code.
    ///
    /// - Throws: `not-found`, `nothing-overdue`, `urged-already`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> [UInt8] {
        let answer = try await ListOverdue(campaign: campaign).perform(in: tx)
        guard let first = answer.units.first else {
            throw Problem(
                .refused, "nothing-overdue",
                "Không đơn vị nào có nhiệm vụ, chỉ tiêu quá hạn tính đến \(answer.asOf.vietnamese) nên không lập công văn đôn đốc.")
        }
        let units = answer.units.filter { !$0.spoken(again: again).isEmpty }
        guard !units.isEmpty else { throw Problem.urged(first) }
        let desk = try await UrgingDesk.office(in: tx)
        var files: [(name: String, content: [UInt8])] = []
        for unit in units {
            files.append(("don-doc-\(unit.code).docx", try await desk.letter(to: unit, answer, again: again, in: tx).docx))
        }
        return try PaperArchiveFile.zip(files)
    }
}

/// Where the letters are written: the unit whose officers monitor the province.
private struct UrgingDesk {
    let body: PaperBody
    /// Abbreviation of the part of it that drafts the letter; nil: whoever drafts it stands for the whole.
    let drafter: String?
    let calendar: WorkingCalendar

    /// In how many working days a unit is asked to answer; no rule says so, and the Office may write another day into its letter.
    private static let answerDays = 5

    static func office(in tx: borrowing TenantTransaction) async throws -> UrgingDesk {
        let body = try await PaperBody.monitor(in: tx)
        return UrgingDesk(body: body, drafter: try await body.drafter(in: tx), calendar: WorkingCalendar(try await CalendarDay.all(in: tx)))
    }

    func letter(
        to unit: OverdueUnit, _ answer: ListOverdue.Answer, again: Bool, in tx: borrowing TenantTransaction
    ) async throws -> MadePaper {
        let addressee = try await PaperBody.find(unit.tenant, in: tx).name
        var frame = body.frame(nil, .open(body, after: answer.asOf), to: ["Như trên", body.chairman, "Lãnh đạo Văn phòng"])
        if let drafter {
            // A letter's symbol names who drafted it, and so does the last line of its recipients: `VPUB-TH`, `Lưu: VT, TH`.
            frame.number = PaperNumber(nil, symbol: "\(body.abbreviation)-\(drafter)")
            frame.archive = PaperArchive("VT, \(drafter)")
        }
        return try await MadePaper(
            UrgingLetter(
                frame: frame, campaign: answer.campaign.name, addressee: addressee, asOf: answer.asOf,
                answerBy: calendar.day(Self.answerDays, workingDaysAfter: answer.asOf), items: unit.spoken(again: again)),
            of: body.tenant.id, in: tx)
    }
}

extension Tenant {
    /// The open unit of that name.
    ///
    /// - Throws: `not-found`.
    static func named(_ slug: Slug, in tx: borrowing TenantTransaction) async throws -> Tenant {
        guard let found = try await list(in: tx).first(where: { $0.slug == slug }) else { throw Problem.notFound }
        return found
    }
}

extension Problem {
    /// - Parameter unit: of which every overdue item was urged.
    static func urged(_ unit: OverdueUnit) -> Problem {
        let last = unit.last.map { ", gần nhất bằng \($0.vietnamese)" } ?? ""
        return Problem(
            .conflict, "urged-already",
            "Các nhiệm vụ, chỉ tiêu quá hạn đều đã được đôn đốc\(last). Nếu đôn đốc lại, chọn “đôn đốc lại”.",
            fields: unit.items.map { FieldFault($0.code, $0.urgedWords) })
    }
}
