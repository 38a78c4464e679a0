import Documents
import Domain

extension OfficialPaper {
    /// Papers that between them hold every part that a paper can have.
    static func whole(signedOn: CivilDate?) -> [OfficialPaper] {
        let issuer = PaperIssuer(parent: "Ủy ban nhân dân tỉnh Cà Mau", name: "Sở Nội vụ", address: "Địa chỉ, điện thoại của cơ quan")
        let date = signedOn.map { PaperDate("Cà Mau", signedOn: $0) } ?? PaperDate("Cà Mau", year: 2023)
        let signer = PaperSignature(["KT. Giám đốc", "Phó Giám đốc"], name: "(Người ký)")
        var named = OfficialPaper(
            issuer: issuer, number: PaperNumber("7", symbol: "QĐ-SNV"), date: date,
            form: .named("Quyết định", abstract: "Về việc ban hành một quy định mẫu"), signatures: [signer])
        named.authority = "Giám đốc Sở Nội vụ"
        named.grounds = [
            Citation("Căn cứ Luật Thi đua, khen thưởng,", isVerified: true), Citation("Căn cứ văn bản chưa ai đọc", isVerified: false),
            Citation("Theo đề nghị của Chánh Văn phòng;", isVerified: true),
        ]
        named.body = [
            .centred("QUYẾT ĐỊNH:"), .chapter("Chương I", title: "Quy định chung"), .division("Mục 1", title: "Phạm vi"),
            .article(1, heading: "Phạm vi điều chỉnh", text: "Quy định này quy định những điều sau."),
            .clause(1, heading: nil, text: "Khoản thứ nhất."), .point(1, "điểm thứ nhất;"), .point(5, "điểm thứ năm."),
            .article(2, heading: nil, text: "Điều không có tiêu đề."), .paragraph("Đoạn cuối."),
        ]
        named.recipients = ["Như Điều 2", "Lưu hành nội bộ."]
        named.archive = PaperArchive("VT, TH", drafter: "nva", copies: 5)
        named.circulation = "Lưu hành nội bộ"
        named.appendices = [
            PaperAppendix(title: "Danh sách thứ nhất", body: [.paragraph("Một.")]),
            PaperAppendix(title: "Danh sách thứ hai", body: [.paragraph("Hai.")]),
        ]
        var letter = OfficialPaper(
            issuer: issuer, number: PaperNumber("123", symbol: "SNV-TĐKT"), date: date, form: .letter(abstract: "Đôn đốc một việc"),
            signatures: [signer])
        letter.addressees = ["Ủy ban nhân dân huyện U Minh", "Sở Tài chính."]
        letter.urgency = .immediate
        letter.body = [.paragraph("Một đoạn"), .paragraph("Đoạn cuối")]
        letter.archive = PaperArchive("VT")
        return [named, letter]
    }
}
