extension LedgerFile {
    /// Reads a ledger file.
    ///
    /// - Throws: ``JSONFaults`` with every fault of the document; a malformed document is refused as a whole.
    public init(reading bytes: some Sequence<UInt8>) throws(JSONFaults) {
        self = try StrictJSON.read(bytes, LedgerFile.read)
    }

    private static func read(_ cursor: JSONCursor) -> LedgerFile? {
        cursor.object { fields in
            let campaign = fields.required("campaign")?.string()
            let review = fields.required("review")?.oneOf(Campaign.Review.self)
            let isFrozen = fields.required("frozen")?.bool()
            let asOf = fields.required("asOf")?.date()
            let holidays = fields.optional("holidays", default: []) { $0.array { $0.date() } }
            let workingDays = fields.optional("workingDays", default: []) { $0.array { $0.date() } }
            let parameters = fields.optional("parameters", default: JudgementParameters.ledgerFileDefaults, JudgementParameters.read)
            let units = fields.required("units").flatMap(Unit.readAll)
            guard let campaign, let review, let isFrozen, let asOf, let holidays, let workingDays, let parameters, let units else {
                return nil
            }
            return LedgerFile(
                campaign: campaign, review: review, isFrozen: isFrozen, asOf: asOf,
                calendar: WorkingCalendar(holidays: holidays, workingDays: workingDays), parameters: parameters, units: units)
        }
    }
}

extension LedgerFile.Unit {
    fileprivate static func readAll(_ cursor: JSONCursor) -> [LedgerFile.Unit]? {
        var codes: [String: JSONPath] = [:]
        return cursor.array { cursor in
            cursor.object { fields in
                let code = fields.required("code")?.code(notIn: &codes)
                let name = fields.required("name")?.string()
                let isFirstTier = fields.optional("firstTier", default: true) { $0.bool() }
                let isMottoAccepted = fields.required("mottoAccepted")?.nullable { $0.bool() }
                let items = fields.required("items").flatMap(LedgerItem.readAll)
                guard let code, let name, let isFirstTier, let isMottoAccepted, let items else { return nil }
                return LedgerFile.Unit(
                    code: code, name: name, isFirstTier: isFirstTier, isMottoAccepted: isMottoAccepted, items: items)
            }
        }
    }
}

extension JSONCursor {
    /// A string that none of the elements before has; remembers it.
    func code(notIn codes: inout [String: JSONPath]) -> String? {
        guard let code = string() else { return nil }
        if let first = codes[code] { return fault("mã “\(code)” đã dùng ở \(first)") }
        codes[code] = path
        return code
    }
}
