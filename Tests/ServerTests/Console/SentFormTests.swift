import Testing
import Web

@testable import Console

/// What a page says of a form that it refused: all pages pass through this one place.
@Suite("Forms that were refused")
struct SentFormTests {
    private func kept(_ page: String, _ sent: String, path: String = "/a", isStale: Bool = false) -> String {
        SentForm(path, FormBody(Array(sent.utf8)), isStale: isStale).kept(in: page)
    }

    /// A form of address `/a` in a section, after another.
    private func page(_ fields: String, faults: String = "") -> String {
        """
        <ul>\(faults)</ul><details class="account"><summary>x</summary></details>\
        <details><summary>Khác</summary><form method="post" action="/b"><label>Số <input name="number"></label></form></details>\
        <details><summary>Gửi</summary><form method="post" action="/a"><input type="hidden" name="form" value="f">\(fields)</form></details>
        """
    }

    @Test("are filled in again as they were sent, and their section alone is open")
    func filled() {
        let fields = """
            <label>Số <input name="number" value="1" maxlength="9"></label><label>Ý <textarea name="words" rows="2">cũ</textarea></label>\
            <select name="one"><option value="x" selected>X</option><option value="y">Y</option></select>\
            <input type="checkbox" name="on" value="yes" checked><input type="checkbox" name="off" value="yes">\
            <input type="radio" name="r" value="1" checked><input type="radio" name="r" value="2">\
            <input type="password" name="secret"><input name="more" value="giữ">
            """
        let body = kept(page(fields), "form=f&number=2&words=m%E1%BB%9Bi&one=y&off=yes&r=2&secret=z")
        for expected in [
            #"<input name="number" value="2" maxlength="9">"#, #"rows="2">"# + "\nmới</textarea>", #"<option value="x">X"#,
            #"<option value="y" selected>Y"#, #"name="on" value="yes">"#, #"name="off" value="yes" checked>"#, #"name="r" value="1">"#,
            #"name="r" value="2" checked>"#, #"name="secret">"#, #"name="more" value="giữ">"#, "<details open><summary>Gửi",
            "<details><summary>Khác", #"<details class="account">"#, #"<label>Số <input name="number"></label></form>"#,
        ] {
            #expect(body.contains(expected), "\(expected) in \(body)")
        }
    }

    @Test(
        "say each fault by the label of its field",
        arguments: [
            ("$.title", "title", "Tóm tắt: sai"), ("$.heldOn", "held", "Tóm tắt: sai"), ("$.decidedOn", "day", "Tóm tắt: sai"),
            ("$.documentNumber", "number", "Tóm tắt: sai"), ("$.narrative", "reason", "Tóm tắt: sai"), ("$.title", "other", "sai"),
            ("$.findings[1]", "findings", "Tóm tắt, mục 2: sai"), ("$.parts[1].remark", "remark-b", "Tóm tắt: sai"), ("$", "title", "sai"),
        ])
    func labels(_ path: String, _ name: String, _ said: String) {
        let fault = #"<li data-field="\#(path)">sai</li>"#
        for field in [
            "<label>Tóm  tắt <input name=\"\(name)\"></label>", "<label for=\"i\">Tóm tắt</label><input id=\"i\" name=\"\(name)\">",
        ] {
            let body = kept(page(field, faults: fault), "form=f&parts=a,b&\(name)=x")
            #expect(body.contains("<li>\(said)</li>"), "\(body)")
        }
    }

    @Test("name what another form of the page must say, by its own name alone")
    func ofAnotherForm() {
        let faults = #"<li data-field="$.number">sai</li><li data-field="$.documentNumber">thiếu</li>"#
        let body = kept(page("", faults: faults), "form=f")
        #expect(body.contains("<li>Số: sai</li><li>thiếu</li>"), "\(body)")
    }

    @Test("name no field by what can be chosen in it or was typed in it")
    func wordsInside() {
        let fault = #"<li data-field="$.one">sai</li><li data-field="$.words">sai</li><li data-field="$.many">sai</li>"#
        let fields = """
            <label>Một <select name="one"><option value="x">X</option></select></label><label>Ý <textarea name="words">cũ</textarea></label>\
            <fieldset><legend>Nhiều</legend><label><input type="checkbox" name="many" value="1"> thứ nhất</label></fieldset>
            """
        let body = kept(page(fields, faults: fault), "form=f&one=x")
        #expect(body.contains("<li>Một: sai</li><li>Ý: sai</li><li>Nhiều: sai</li>"), "\(body)")
    }

    @Test("of one address are told apart by what they hide")
    func hidden() {
        let one = #"<form method="post" action="/a"><input type="hidden" name="step" value="one"><input name="t"></form>"#
        let two = one.replacing("one", with: "two")
        #expect(kept(one + two, "step=two&t=x") == one + two.replacing(#"name="t""#, with: #"name="t" value="x""#))
    }

    @Test("start from the version that was read, and give way to what another wrote")
    func versions() {
        let form = #"<form method="post" action="/a"><input type="hidden" name="version" value="2"><input name="t" value="khác"></form>"#
        let again = kept(form, "version=1&t=x")
        #expect(again.contains(#"name="version" value="1""#) && again.contains(#"name="t" value="x""#), "\(again)")
        #expect(kept(form, "version=1&t=x", isStale: true) == form)
        #expect(kept(form, "version=1&t=x", path: "/c") == form, "no form of that address")
    }

    @Test("let nothing out of its field, not under a mark above a letter either", arguments: ["", "\u{301}"])
    func escaped(_ mark: String) {
        let sent = "t=" + "\"\(mark)><b>".utf8.map { "%" + String($0, radix: 16, uppercase: true) }.joined() + "&w=%3C\(mark)%2Ftextarea%3E"
        let body = kept(#"<form method="post" action="/a"><input name="t"><textarea name="w"></textarea></form>"#, sent)
        #expect(body.contains("value=\"&quot;\(mark)&gt;&lt;b&gt;\">"), "\(body)")
        #expect(body.contains("\n&lt;\(mark)/textarea&gt;</textarea>"), "\(body)")
    }
}
