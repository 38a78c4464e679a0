public import Domain

extension LedgerEntry.Position {
    /// The two keys of a cursor of the ledger.
    public var keys: (day: String, id: String) { (dueOn?.description ?? "", id.description) }

    /// - Throws: a fault of the cursor where they are no such keys.
    public init(day: String, id: String) throws(Problem) {
        let due = CivilDate(day)
        guard let id = WorkItem.ID(id), due != nil || day.isEmpty else { throw Cursor.notOurs }
        self.init(dueOn: due, id: id)
    }
}

extension Cursor {
    /// Where a page of the ledger ended.
    public static func ledger(_ call: Call) throws(Problem) -> LedgerEntry.Position? { try ledger(call, of: call.route.name) }

    /// The same of a list that stands on the pages of several routes.
    public static func ledger(_ call: Call, of list: String) throws(Problem) -> LedgerEntry.Position? {
        guard let keys = try keys(call.query("cursor"), of: list, count: 2) else { return nil }
        return try LedgerEntry.Position(day: keys[0], id: keys[1])
    }

    public static func text(of list: String, _ position: LedgerEntry.Position) -> String {
        text(of: list, position.keys.day, position.keys.id)
    }

    public static func text(_ call: Call, _ position: LedgerEntry.Position) -> String {
        text(call, position.keys.day, position.keys.id)
    }
}
