import Documents
import Testing

@Suite("Rows as CSV")
struct CSVTextTests {
    @Test(
        "a text that a spreadsheet would compute gets an apostrophe",
        arguments: [
            "=1+1", "+84 290", "-lệnh", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\r\n=1", "=\u{301}1", "＝1", "＋1", "－1x", "＠x",
        ])
    func injection(text: String) {
        let line = CSVText.line([text])
        #expect(line.drop { $0 == "\"" }.hasPrefix("'"), "\(line.debugDescription)")
    }

    @Test("a number with a decimal comma is a number")
    func decimalComma() {
        #expect(CSVText.line(["-1,5"]) == "\"-1,5\"\r\n")
        #expect(CSVText.line(["-1,5,2"]) == "\"'-1,5,2\"\r\n")
    }

    @Test("numbers, dates and words stay as they are", arguments: ["-5", "+5", "-1.5", "05/06/2023", "Nguyễn Văn An", "", "a=b", "50%"])
    func plain(text: String) {
        #expect(CSVText.line([text]) == text + "\r\n")
    }

    @Test("commas, quotes and every line end are quoted")
    func quoting() {
        #expect(CSVText.line(["a,b", "c\"d", "e\nf", "g\r\nh", "i\rj"]) == "\"a,b\",\"c\"\"d\",\"e\nf\",\"g\r\nh\",\"i\rj\"\r\n")
    }
}
