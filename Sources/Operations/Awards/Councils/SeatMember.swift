public import Domain
public import Storage

/// Seats a member in the council that the officer keeps, for a term, by the decision that names him (domain.md 1.7).
public struct SeatMember: Sendable {
    public var person: Person.ID
    public var duty: CouncilMember.Duty
    public var from: CivilDate
    /// Last day; nil: until it is ended.
    public var through: CivilDate?
    public var documentNumber: String

    public init(person: Person.ID, duty: CouncilMember.Duty, from: CivilDate, through: CivilDate? = nil, documentNumber: String) {
        self.person = person
        self.duty = duty
        self.from = from
        self.through = through
        self.documentNumber = documentNumber
    }

    /// - Throws: `invalid-input` with every field at fault; `not-allowed`, `member-there`, `chair-there`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let council = try await Council.kept(in: tx)
        var check = InputCheck()
        let number = check.line(documentNumber, "$.documentNumber", atMost: 100)
        if let through, through < from { check.fault("$.through", "trước ngày bắt đầu nhiệm kỳ (\(from.vietnamese))") }
        if try await Person.find(person, in: tx) == nil {
            check.fault("$.person", "không có người này ở đơn vị; lấy mã định danh trong danh sách nhân sự")
        }
        try check.finish()
        try await CouncilMember(person: person, duty: duty, validity: ValidityPeriod(from: from, through: through))
            .seat(id: ids.next(), in: council, documentNumber: number, in: tx)
    }
}
