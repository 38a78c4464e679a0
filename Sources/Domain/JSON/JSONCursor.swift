/// Collects what is wrong with a document while it is being read.
public final class JSONFaultLog {
    private var list: [JSONFault] = []

    public init() {}

    public func report(_ fault: JSONFault) {
        list.append(fault)
    }

    /// Everything reported so far, or nil.
    public var faults: JSONFaults? {
        list.first.map { JSONFaults($0, Array(list.dropFirst())) }
    }
}

/// A value of a JSON document together with its path, to be read as one type or another.
///
/// Each reading method returns nil after it has reported why, so that a reader goes on to the next value and every fault of a document
/// is found in one run.
public struct JSONCursor {
    public let value: JSONValue
    public let path: JSONPath
    private let log: JSONFaultLog

    public init(_ value: JSONValue, at path: JSONPath = .root, log: JSONFaultLog) {
        self.value = value
        self.path = path
        self.log = log
    }

    public var isNull: Bool { value == .null }

    /// Reports a fault of this value; always nil, so that a reader can return it.
    public func fault<T>(_ reason: String) -> T? {
        log.report(JSONFault(path, reason))
        return nil
    }

    /// Reports a fault of this value.
    public func report(_ reason: String) {
        log.report(JSONFault(path, reason))
    }

    /// Reports a fault that was found elsewhere, in the place it has among the others.
    func report(_ fault: JSONFault) {
        log.report(fault)
    }

    func member(_ name: String, _ value: JSONValue) -> JSONCursor {
        JSONCursor(value, at: .member(path, name), log: log)
    }

    private func element(_ index: Int, _ value: JSONValue) -> JSONCursor {
        JSONCursor(value, at: .element(path, index), log: log)
    }
}

// MARK: - Single values

extension JSONCursor {
    /// Without characters that would hide in it (``StrayCharacter``).
    public func string() -> String? {
        guard case .string(let string) = value else { return fault("phải là chữ đặt trong dấu nháy kép") }
        if let stray = StrayCharacter(in: string) { return fault(stray.reason) }
        return string
    }

    public func bool() -> Bool? {
        guard case .bool(let bool) = value else { return fault("phải là true hoặc false") }
        return bool
    }

    /// An integer written without fraction and exponent.
    public func integer(in range: ClosedRange<Int>) -> Int? {
        guard case .number(let number) = value, number.isWrittenAsInteger else {
            return fault("phải là số nguyên như 12, không dấu nháy, không phần lẻ")
        }
        guard let integer = number.integer else { return fault("số quá lớn; kiểm tra lại con số") }
        guard range.contains(integer) else {
            return fault(
                range.upperBound == .max ? "phải từ \(range.lowerBound) trở lên" : "phải từ \(range.lowerBound) đến \(range.upperBound)")
        }
        return integer
    }

    /// A string `YYYY-MM-DD` of a day that exists.
    public func date() -> CivilDate? {
        guard case .string(let text) = value else {
            return fault("phải là ngày viết năm-tháng-ngày trong dấu nháy kép, ví dụ “2023-03-31”")
        }
        guard let date = CivilDate(text) else {
            return fault("\(JSONFault.quoted(text)) không phải ngày có thật; ghi ngày có trên lịch, viết năm-tháng-ngày như 2023-03-31")
        }
        return date
    }

    /// A string that is the raw value of one of the cases.
    public func oneOf<Choice: RawRepresentable<String> & CaseIterable>(_ type: Choice.Type) -> Choice? {
        let choices = type.allCases.map { "“\($0.rawValue)”" }.joined(separator: ", ")
        guard case .string(let text) = value else { return fault("phải là một trong \(choices)") }
        guard let choice = Choice(rawValue: text) else {
            return fault("\(JSONFault.quoted(text)) không hợp lệ, phải là một trong \(choices)")
        }
        return choice
    }

    /// `.some(nil)` for null, otherwise what `read` makes of the value; nil after a fault.
    public func nullable<T>(_ read: (JSONCursor) -> T?) -> T?? {
        isNull ? .some(nil) : read(self).map(Optional.some)
    }
}

// MARK: - Arrays and objects

extension JSONCursor {
    /// Every element read in turn; nil after a fault in any of them.
    public func array<T>(_ read: (JSONCursor) -> T?) -> [T]? {
        guard case .array(let elements) = value else { return fault("phải là danh sách đặt trong [ ]") }
        let found = elements.enumerated().map { read(element($0, $1)) }
        let good = found.compactMap(\.self)
        return good.count == found.count ? good : nil
    }

    /// Reads an object member by member; members that `read` did not ask for are reported as unknown.
    public func object<T>(_ read: (inout JSONObjectReader) -> T?) -> T? {
        guard case .object(let object) = value else { return fault("phải là nhóm mục đặt trong { }") }
        var reader = JSONObjectReader(object, at: self)
        let result = read(&reader)
        return reader.reportUnknownMembers() ? nil : result
    }
}
