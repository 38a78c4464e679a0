extension LedgerFile {
    /// Reads a ledger file.
    ///
    /// - Throws: ``JSONFaults`` with every fault of the document; a malformed document is refused as a whole.
    public init(reading bytes: some Sequence<UInt8>) throws(JSONFaults) {
        let items = ItemReader()
        self = try StrictJSON.read(bytes, sink: items.sink) { LedgerFile.read($0, items) }
    }

    private static func read(_ cursor: JSONCursor, _ items: ItemReader) -> LedgerFile? {
        cursor.object { fields in
            let campaign = fields.required("campaign")?.string()
            let review = fields.required("review")?.oneOf(Campaign.Review.self)
            let isFrozen = fields.required("frozen")?.bool()
            let asOf = fields.required("asOf")?.date()
            let holidays = fields.optional("holidays", default: []) { $0.array { $0.date() } }
            let workingDays = fields.optional("workingDays", default: []) { $0.array { $0.date() } }
            let parameters = fields.optional("parameters", default: JudgementParameters.ledgerFileDefaults, JudgementParameters.read)
            let units = fields.required("units").flatMap { Unit.readAll($0, items) }
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
    fileprivate static func readAll(_ cursor: JSONCursor, _ reader: ItemReader) -> [LedgerFile.Unit]? {
        var codes: [String: JSONPath] = [:]
        return cursor.array { cursor in
            cursor.object { fields in
                let code = fields.required("code")?.code(notIn: &codes)
                let name = fields.required("name")?.string()
                let isFirstTier = fields.optional("firstTier", default: true) { $0.bool() }
                let isMottoAccepted = fields.required("mottoAccepted")?.nullable { $0.bool() }
                let items = fields.required("items").flatMap(reader.items)
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
        if let first = codes[code] { return fault("mã \(JSONFault.quoted(code)) đã dùng ở \(first)") }
        codes[code] = path
        return code
    }
}

/// The items of each unit, read while the text is: what a file holds of its items is never there twice.
private final class ItemReader {
    private final class Found {
        var items: [LedgerItem] = []
        /// Codes of the items so far, each with its place.
        var codes: [String: JSONPath] = [:]
        let log = JSONFaultLog()
    }

    private var units: [JSONPath: Found] = [:]

    /// Takes the elements of `$.units[…].items`.
    var sink: JSONElementSink {
        JSONElementSink(takes: Self.isList, take: take)
    }

    private static func isList(_ path: JSONPath) -> Bool {
        guard case .member(.element(.member(.root, "units"), _), "items") = path else { return false }
        return true
    }

    private func take(_ value: JSONValue, at path: JSONPath) {
        guard case .element(let list, _) = path else { return }
        let found = units[list] ?? Found()
        units[list] = found
        guard let item = LedgerItem.read(JSONCursor(value, at: path, log: found.log), codes: &found.codes) else { return }
        found.items.append(item)
    }

    /// What was read of a list, where its place in the document is; nil after a fault in any of it.
    func items(_ cursor: JSONCursor) -> [LedgerItem]? {
        guard case .array(let elements) = cursor.value else { return cursor.fault("phải là danh sách đặt trong [ ]") }
        guard let found = units.removeValue(forKey: cursor.path) else { return [] }
        for fault in found.log.faults?.faults ?? [] { cursor.report(fault) }
        return found.items.count == elements.count ? found.items : nil
    }
}
