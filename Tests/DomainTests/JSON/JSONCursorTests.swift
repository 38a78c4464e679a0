import Domain
import Testing

@Suite("Reading a JSON document into a type")
struct JSONCursorTests {
    private enum Color: String, CaseIterable { case red, green }
    private struct Box: Equatable {
        var name: String
        var count: Int
        var day: CivilDate?
        var colors: [Color]
        var open: Bool
    }

    private func box(_ cursor: JSONCursor) -> Box? {
        cursor.object { fields in
            let name = fields.required("name")?.string()
            let count = fields.required("count")?.integer(in: 0...10)
            let day = fields.required("day")?.nullable { $0.date() }
            let colors = fields.optional("colors", default: []) { $0.array { $0.oneOf(Color.self) } }
            let open = fields.optional("open", default: true) { $0.bool() }
            guard let name, let count, let day, let colors, let open else { return nil }
            return Box(name: name, count: count, day: day, colors: colors, open: open)
        }
    }

    @Test("gives the value when all is well") func good() throws {
        let text = #"{"name":"x","count":10,"day":"2023-06-30","colors":["red","green"],"open":false}"#
        #expect(
            try StrictJSON.read(text.utf8, box)
                == Box(name: "x", count: 10, day: CivilDate("2023-06-30"), colors: [.red, .green], open: false))
        #expect(
            try StrictJSON.read(#"{"name":"","count":0,"day":null}"#.utf8, box) == Box(name: "", count: 0, day: nil, colors: [], open: true)
        )
    }

    @Test("reports every fault with its path") func everyFault() {
        let text = #"[{"name":1,"count":11,"day":"2023-02-29","colors":["red","blue",null],"open":"no","lạ":1},{"count":1.0,"day":5},7]"#
        let faults = #expect(throws: JSONFaults.self) { try StrictJSON.read(text.utf8) { $0.array(box) } }
        #expect(
            faults?.description == """
                $[0].name: phải là chữ đặt trong dấu nháy kép
                $[0].count: phải từ 0 đến 10
                $[0].day: “2023-02-29” không phải ngày có thật; ghi ngày có trên lịch, viết năm-tháng-ngày như 2023-03-31
                $[0].colors[1]: “blue” không hợp lệ, phải là một trong “red”, “green”
                $[0].colors[2]: phải là một trong “red”, “green”
                $[0].open: phải là true hoặc false
                $[0]["lạ"]: không có mục này trong quy định; bỏ đi hoặc sửa tên mục
                $[1].name: thiếu mục bắt buộc này; ghi thêm
                $[1].count: phải là số nguyên như 12, không dấu nháy, không phần lẻ
                $[1].day: phải là ngày viết năm-tháng-ngày trong dấu nháy kép, ví dụ “2023-03-31”
                $[2]: phải là nhóm mục đặt trong { }
                """)
    }

    @Test(
        "takes integers only",
        arguments: [
            ("1.0", nil), ("1e1", nil), ("99999999999999999999", nil), ("-1", nil), ("true", nil), (#""1""#, nil), ("null", nil), ("-0", 0),
            ("7", 7),
        ] as [(String, Int?)])
    func integers(text: String, integer: Int?) throws {
        #expect((try? StrictJSON.read(text.utf8) { $0.integer(in: 0...Int.max) }) == integer)
    }
}
