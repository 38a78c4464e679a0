import Domain
import Web

extension Schema {
    /// A value that fits the schema in form: good enough to get past the reading of a body and on to the rows it names.
    var sample: JSONValue {
        switch self {
        case .string, .text: "mẫu"
        case .date: "2023-06-01"
        case .instant: "2023-06-01T00:00:00Z"
        case .uuid: "00000000-0000-7000-8000-000000000000"
        case .decimal: "1"
        case .integer: 1
        case .boolean: true
        case .choice(let values): .string(values.first ?? "")
        case .array(let element): .array([element.sample])
        case .any: [:]
        case .nullable: nil
        case .object(let properties), .named(_, let properties):
            .object(JSONObject(properties.filter(\.required).map { ($0.name, $0.schema.sample) }))
        }
    }
}

extension Route {
    /// A body that the route takes, in form.
    var sampleBody: [UInt8] {
        switch takes {
        case .json(let schema): schema.sample.bytes()
        case .bytes, .file: Array("mẫu".utf8)
        case .formWithFile: Array("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nmẫu\r\n--x--\r\n".utf8)
        case nil: []
        }
    }

    var sampleMediaType: String? {
        switch takes {
        case .json: "application/json"
        case .bytes(let types, _), .file(let types, _): types.first
        case .formWithFile: "multipart/form-data; boundary=x"
        case nil: nil
        }
    }
}
