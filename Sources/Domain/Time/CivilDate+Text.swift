extension CivilDate: LosslessStringConvertible, CustomDebugStringConvertible {
    /// Reads `YYYY-MM-DD` and nothing else: four, two and two ASCII digits of a day that exists.
    public init?(_ iso: String) {
        let bytes = Array(iso.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]), let day = Self.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Reads a date as an officer types it: `5/4/2030`, `05/04/2030`, also with `-` or `.` between, day before month.
    ///
    /// The year has four digits, since two would have to be guessed.
    public init?(vietnamese text: String) {
        let bytes = Array(text.utf8)
        guard let separator = bytes.first(where: { !Self.isDigit($0) }), "/-.".utf8.contains(separator) else { return nil }
        let fields = bytes.split(separator: separator, omittingEmptySubsequences: false)
        guard fields.count == 3, (1...2).contains(fields[0].count), (1...2).contains(fields[1].count), fields[2].count == 4,
            let day = Self.number(fields[0]), let month = Self.number(fields[1]), let year = Self.number(fields[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `YYYY-MM-DD`.
    public var description: String {
        let (year, month, day) = parts
        return String(unsafeUninitializedCapacity: 10) { text in
            Self.write(year, 4, into: text, at: 0)
            text[4] = UInt8(ascii: "-")
            Self.write(month, 2, into: text, at: 5)
            text[7] = UInt8(ascii: "-")
            Self.write(day, 2, into: text, at: 8)
            return 10
        }
    }

    public var debugDescription: String { description }

    /// `dd/mm/yyyy`, as shown to officers.
    public var vietnamese: String {
        let (year, month, day) = parts
        return String(unsafeUninitializedCapacity: 10) { text in
            Self.write(day, 2, into: text, at: 0)
            text[2] = UInt8(ascii: "/")
            Self.write(month, 2, into: text, at: 3)
            text[5] = UInt8(ascii: "/")
            Self.write(year, 4, into: text, at: 6)
            return 10
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy(isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// So many digits, with leading zeros. Lists are full of dates: written in place, with no text in between.
    private static func write(_ number: Int, _ width: Int, into text: UnsafeMutableBufferPointer<UInt8>, at place: Int) {
        var rest = number
        for position in (place..<place + width).reversed() {
            text[position] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
    }
}

extension CivilDate: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = CivilDate(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” is not a date of the form YYYY-MM-DD")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
