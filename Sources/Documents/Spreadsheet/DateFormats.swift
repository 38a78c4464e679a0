import Domain

/// Which styles of cells show a number as a day (18.8.30, 18.8.31).
struct DateFormats {
    /// By the number of the style.
    private var isDate: [Bool] = []

    init() {}

    init(_ content: [UInt8], file: String) throws(Problem) {
        var codes: [Int: String] = [:]
        var formats: [Int] = []
        var isInCellStyles = false
        try XMLPart(content, file: file).walk { event throws(Problem) in
            switch event {
            case .start("numFmt", let attributes):
                if let id = attributes["numFmtId"].flatMap({ Int($0) }) { codes[id] = attributes["formatCode"] ?? "" }
            case .start("cellXfs", _): isInCellStyles = true
            case .end("cellXfs"): isInCellStyles = false
            case .start("xf", let attributes) where isInCellStyles:
                formats.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
            default: break
            }
        }
        isDate = formats.map { id in codes[id].map(Self.showsDay) ?? Self.builtIn(id) }
    }

    /// - Parameter style: number of the cell's style; nil: the first.
    func showsDay(_ style: Int?) -> Bool {
        isDate.indices.contains(style ?? 0) ? isDate[style ?? 0] : false
    }

    /// Formats without a code in the file: 14 to 17 and 22 have a day, 27 to 36 and 50 to 58 are dates of East Asian versions.
    private static func builtIn(_ id: Int) -> Bool {
        (14...17).contains(id) || id == 22 || (27...36).contains(id) || (50...58).contains(id)
    }

    /// Whether the code names a day or a year, outside of quoted text, escaped letters and brackets.
    static func showsDay(_ code: String) -> Bool {
        var characters = code.lowercased().makeIterator()
        while let character = characters.next() {
            switch character {
            case "\"": while let quoted = characters.next(), quoted != "\"" {}
            case "[": while let bracketed = characters.next(), bracketed != "]" {}
            case "\\", "_", "*": _ = characters.next()
            case "d", "y": return true
            default: break
            }
        }
        return false
    }

    /// The day of a serial number. Excel counts 29 February 1900, which there was not; nil for it and for what lies out of the calendar.
    static func day(_ serial: Double, from1904: Bool) -> CivilDate? {
        guard serial.isFinite, serial >= 0, serial < 3_000_000 else { return nil }
        let whole = Int(serial)
        // 1904-01-01 is 24,107 days before 1970-01-01, 1899-12-31 is 25,568 before.
        if from1904 { return CivilDate(daysSince1970: whole - 24_107) }
        guard whole >= 1, whole != 60 else { return nil }
        return CivilDate(daysSince1970: whole - (whole < 60 ? 25_568 : 25_569))
    }
}
