import Domain

/// A request body as strict JSON: duplicate keys, unknown members and wrong types are faults with their path.
enum JSONBody {
    static func read<T>(_ bytes: [UInt8], _ read: (inout JSONObjectReader) -> T?) throws(Problem) -> T {
        guard !bytes.isEmpty else { throw .invalid("$", "thân yêu cầu trống; gửi một đối tượng JSON") }
        let value: JSONValue
        do {
            value = try StrictJSON.parse(bytes)
        } catch {
            throw problem(error)
        }
        let log = JSONFaultLog()
        let result = JSONCursor(value, log: log).object(read)
        if let faults = log.faults { throw problem(faults) }
        guard let result else { throw .invalid("$", "thiếu nội dung") }
        return result
    }

    private static func problem(_ faults: JSONFaults) -> Problem {
        .invalid(faults.faults.map { FieldFault($0.path.description, $0.reason) })
    }
}
