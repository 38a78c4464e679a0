import Domain
import Testing

@Suite("What a password must be", .timeLimit(.minutes(1)))
struct PasswordRuleTests {
    private let rule = PasswordRule(
        common: ["password", "matkhau", "123456789", "1234567890", "qwertyuiop", "ubnd"],
        context: ["Tỉnh Mẫu Đơn", "Huyện Một", "nguyen.an", "Nguyễn Văn An", "KH-77-2023", "2023", "01"])

    @Test("12 characters at least, in whichever form they are typed", arguments: ["con gà con", "ga ga ga ga", ""])
    func short(_ password: String) {
        #expect(rule.fault(of: password)?.contains("ít nhất 12") == true)
    }

    @Test("no rule of composition", arguments: ["con gà nhà hàng xóm", "mưa rơi trên mái tôn", "4829 6157 3048", "correcthorsebattery"])
    func long(_ password: String) {
        #expect(rule.fault(of: password) == nil)
    }

    @Test(
        "common passwords are refused, with signs for letters, doubled, with a tail",
        arguments: [
            "Password1234!", "P@ssw0rdP@ssw0rd", "matkhau123456789", "Mật khẩu 12345", "qwertyuiop12", "aaaaaaaaaaaaaa", "ubndubndubnd",
            "abcdefghijklmn",
        ])
    func common(_ password: String) {
        #expect(rule.fault(of: password)?.contains("nhiều người dùng") == true)
    }

    @Test(
        "words of the office are refused, however they are written",
        arguments: [
            "TinhMauDon2023", "mẫu đơn mẫu đơn", "huyenmot@2023!!", "NguyenVanAn77", "nguyễn.an.2023", "kh-77-2023-mauDon",
            "UBND Huyện Một",
        ])
    func context(_ password: String) {
        #expect(rule.fault(of: password)?.contains("tên đơn vị") == true)
    }

    @Test(
        "a sentence that names the place among other words is taken", arguments: ["chiều mưa ở Mẫu Đơn nhớ nhà", "ông Nguyễn bán bún riêu"])
    func sentence(_ password: String) {
        #expect(rule.fault(of: password) == nil)
    }

    @Test("without words given, the same passwords pass: it is they that refuse")
    func control() {
        let bare = PasswordRule(common: [], context: [])
        for password in ["Password1234!", "TinhMauDon2023"] { #expect(bare.fault(of: password) == nil) }
    }

    @Test("300 characters are too many")
    func most() {
        #expect(rule.fault(of: String(repeating: "ga trong ", count: 40))?.contains("dài quá") == true)
    }
}

@Suite("The token of a link", .timeLimit(.minutes(1)))
struct LinkTokenTests {
    @Test("is read from itself and from the whole link, and is no session's")
    func text() throws {
        var generator = SystemRandomNumberGenerator()
        let token = LinkToken.random(using: &generator)
        #expect(token.text.hasPrefix("tdl_"))
        #expect(LinkToken(token.text) == token)
        #expect(LinkToken("https://thidua.example/set-password/" + token.text) == token)
        #expect(Token(token.text) == nil)
        #expect(LinkToken(Token.random(using: &generator).text) == nil)
        #expect(LinkToken("") == nil && LinkToken("tdl_") == nil && LinkToken(token.text + "A") == nil)
        #expect("\(token)" == "tdl_…")
    }
}
