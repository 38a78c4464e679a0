import Domain
import Testing

/// Who signs how (domain.md 2.3; NĐ 30/2020/NĐ-CP, Điều 13).
@Suite("The lines over a signer's name")
struct SignatureTests {
    @Test("the Chairman's own power has no TM., a collective act has")
    func ownAndCollective() {
        #expect(Signature(title: "Chủ tịch Ủy ban nhân dân tỉnh").lines == ["CHỦ TỊCH"])
        #expect(
            Signature(title: "Chủ tịch Ủy ban nhân dân tỉnh", collective: "Ủy ban nhân dân").lines == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"])
    }

    @Test(
        "a delegate names the form and the head's title, and below it his own",
        arguments: [
            ("Chủ tịch Ủy ban nhân dân tỉnh", Delegation.Form.kt, "Phó Chủ tịch Ủy ban nhân dân tỉnh", "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"),
            ("Giám đốc Sở Nội vụ", .kt, "Phó Giám đốc Sở Nội vụ", "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC"),
            ("Chủ tịch UBND huyện U Minh", .tl, "Chánh Văn phòng HĐND và UBND huyện", "TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG"),
            ("Giám đốc Sở Nội vụ", .tuq, "Trưởng phòng Cải cách hành chính", "TUQ. GIÁM ĐỐC / TRƯỞNG PHÒNG"),
            ("Trưởng phòng Nội vụ", .kt, "Phó Trưởng phòng Nội vụ", "KT. TRƯỞNG PHÒNG / PHÓ TRƯỞNG PHÒNG"),
        ])
    func delegated(title: String, form: Delegation.Form, own: String, line: String) {
        #expect(Signature(title: title, form: form, delegateTitle: own).line == line)
    }

    @Test("a collective act that the deputy signs has three lines")
    func collectiveByDeputy() {
        let signature = Signature(
            title: "Chủ tịch UBND huyện", collective: "Ủy ban nhân dân", form: .kt, delegateTitle: "Phó Chủ tịch UBND huyện")
        #expect(signature.lines == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"])
    }

    @Test("a title of no known head stands whole; a word that only begins alike is none")
    func others() {
        #expect(Signature(title: "Đầu mối theo dõi").lines == ["ĐẦU MỐI THEO DÕI"])
        #expect(Signature(title: "Giám đốcx").lines == ["GIÁM ĐỐCX"])
    }
}
