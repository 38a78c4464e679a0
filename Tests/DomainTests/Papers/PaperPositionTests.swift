import Documents
import Domain
import Testing

@Suite("Where the parts of a paper stand (NĐ 30/2020/NĐ-CP, Phụ lục I)")
struct PaperPositionTests {
    private let named: ReadDocument
    private let letter: ReadDocument

    init() throws {
        let papers = OfficialPaper.whole(signedOn: CivilDate(year: 2023, month: 2, day: 5))
        named = try ReadDocument(papers[0].docx())
        letter = try ReadDocument(papers[1].docx())
    }

    /// The cells of the head, row by row.
    private func head(_ document: ReadDocument) throws -> [[ReadElement]] {
        try #require(document.body.child("w:tbl")).children.filter { $0.name == "w:tr" }.map { row in
            row.children.filter { $0.name == "w:tc" }
        }
    }

    private func number(_ text: String?) throws -> Double { try #require(text.flatMap(Double.init)) }

    /// The rule in a cell, or below a paragraph: its length in twips.
    private func rule(_ paragraph: ReadElement, in width: Double) throws -> Double {
        let border = try #require(paragraph.child("w:pPr")?.child("w:pBdr")?.child("w:top"))
        #expect(border.value == "single")
        let indents = try #require(paragraph.child("w:pPr")?.child("w:ind")?.attributes)
        #expect(indents["w:left"] == indents["w:right"])
        return width - (try number(indents["w:left"])) * 2
    }

    @Test("boxes 1 to 4: national name top right on one line, bodies top left, number and date in one row")
    func headRows() throws {
        let head = try head(named)
        #expect(head.count == 2 && head.allSatisfy { $0.count == 2 })
        #expect(head[0][0].all("w:p").map(\.style) == ["co_quan_chu_quan", "co_quan_ban_hanh", "co_quan_ban_hanh"])
        #expect(head[0][1].all("w:p").map(\.style) == ["quoc_hieu", "tieu_ngu", "tieu_ngu"])
        #expect(head[1][0].all("w:p").first?.text == "Số: 07/QĐ-SNV")
        #expect(head[1][1].all("w:p").map(\.text) == ["Cà Mau, ngày 05 tháng 02 năm 2023"])
        let names = head[0][1].all("w:p").map(\.text)
        #expect(names == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", ""])
        for cell in head.joined() {
            for paragraph in cell.all("w:p") where !paragraph.text.isEmpty {
                #expect(named.property("w:jc", "w:val", of: paragraph) == "center", "\(paragraph.text)")
            }
        }
        // The name is 20.861 letters' widths of a thousandth long, spaces included: it fits its column.
        let width = try number(head[0][1].child("w:tcPr")?.child("w:tcW")?.attributes["w:w"])
        #expect(width > 20.861 * 13 * 20)
    }

    @Test("box 1: the rule is as long as the motto; box 2 and 5a: a third to a half of the text")
    func rules() throws {
        let head = try head(named)
        let right = try number(head[0][1].child("w:tcPr")?.child("w:tcW")?.attributes["w:w"])
        // Widths of Times New Roman Bold in thousandths of its size, letter by letter.
        let motto =
            722 + 500 + 444 + 250 + 278 + 500 + 556 + 250 + 333 + 250 + 667 + 556 + 250 + 556 + 500 + 250 + 333 + 250 + 778
            + 500 + 556 + 556 + 250 + 556 + 556 + 556 + 444
        let length = try rule(head[0][1].all("w:p")[2], in: right)
        #expect(abs(length - Double(motto) * 13 * 20 / 1_000) < 20, "\(length)")
        let left = try number(head[0][0].child("w:tcPr")?.child("w:tcW")?.attributes["w:w"])
        // SỞ NỘI VỤ.
        let body = Double(556 + 778 + 250 + 722 + 778 + 389 + 250 + 722 + 722) * 12 * 20 / 1_000
        let share = try rule(head[0][0].all("w:p")[2], in: left) / body
        #expect(share >= 1 / 3.0 && share <= 1 / 2.0, "\(share)")
        let paragraphs = named.body.children.filter { $0.style == "trich_yeu" }
        #expect(paragraphs.count == 2)
        // “Về việc ban hành một quy định mẫu”, about half its size a letter.
        let text = Double(paragraphs[0].text.count) * 14 * 20 * 0.48
        let below = try rule(paragraphs[1], in: 11_906 - 1_701 - 850) / text
        #expect(below >= 0.3 && below <= 0.5, "\(below)")
    }

    @Test("box 5b: what a letter is about stands below its number, 6 points under it, and the letter has no name")
    func letterAbstract() throws {
        let left = try head(letter)[1][0].all("w:p")
        #expect(left.map(\.style) == ["so_ky_hieu", "trich_yeu_cong_van", "do_khan"])
        #expect(left[1].text == "V/v đôn đốc một việc")
        #expect(letter.property("w:spacing", "w:before", of: left[1]) == "120")
        #expect(letter.paragraphs("ten_loai").isEmpty && letter.paragraphs("trich_yeu").isEmpty)
    }

    @Test("box 10b: 30 by 8 mm, one line, red")
    func urgency() throws {
        let cell = try head(letter)[1][0]
        let box = try #require(cell.all("w:p").last?.child("w:pPr"))
        #expect(cell.all("w:p").last?.text == "HỎA TỐC")
        #expect(box.child("w:pBdr")?.children.map { $0.attributes["w:color"] } == ["FF0000", "FF0000", "FF0000", "FF0000"])
        #expect(box.child("w:pBdr")?.children.allSatisfy { $0.value == "single" } == true)
        #expect(box.child("w:spacing")?.attributes["w:line"] == "454" && box.child("w:spacing")?.attributes["w:lineRule"] == "exact")
        let width = try number(cell.child("w:tcPr")?.child("w:tcW")?.attributes["w:w"])
        let sides = try number(box.child("w:ind")?.attributes["w:left"]) + number(box.child("w:ind")?.attributes["w:right"])
        #expect(abs((width - sides) * 25.4 / 1_440 - 30) < 0.1)
    }

    @Test("box 5a: name and abstract in the middle, one below the other")
    func name() throws {
        let own = named.body.children.filter { $0.name == "w:p" && !$0.text.isEmpty }
        #expect(own.prefix(2).map(\.text) == ["QUYẾT ĐỊNH", "Về việc ban hành một quy định mẫu"])
        for paragraph in own.prefix(3) { #expect(named.property("w:jc", "w:val", of: paragraph) == "center") }
        #expect(own[2].text == "GIÁM ĐỐC SỞ NỘI VỤ")
    }

    @Test("box 6: grounds each on its line, the last with a full stop; what nobody has checked is not printed")
    func grounds() {
        #expect(named.paragraphs("can_cu").map(\.text) == ["Căn cứ Luật Thi đua, khen thưởng;", "Theo đề nghị của Chánh Văn phòng."])
    }

    @Test("box 6: text even on both sides, first line in by 1 to 1,27 cm, 6 points apart, one to one and a half lines high; ./. at its end")
    func text() throws {
        for document in [named, letter] {
            for style in ["body", "dieu", "khoan", "diem", "can_cu"] {
                for paragraph in document.paragraphs(style) {
                    #expect(document.property("w:jc", "w:val", of: paragraph) == "both")
                    #expect((567...720).contains(try number(document.property("w:ind", "w:firstLine", of: paragraph))))
                    #expect(try number(document.property("w:spacing", "w:before", of: paragraph)) >= 120)
                    #expect((240...360).contains(try number(document.property("w:spacing", "w:line", of: paragraph))))
                }
            }
        }
        #expect(named.paragraphs("body").map(\.text).contains("Đoạn cuối./."))
        #expect(letter.paragraphs("body").map(\.text) == ["Một đoạn", "Đoạn cuối./."])
    }

    @Test("box 6: headings of chapters and divisions in the middle, in capitals below their numerals; points by the Vietnamese alphabet")
    func headings() throws {
        #expect(named.paragraphs("phan_chuong").map(\.text) == ["Chương I", "QUY ĐỊNH CHUNG"])
        #expect(named.paragraphs("muc_tieu_muc").map(\.text) == ["Mục 1", "PHẠM VI"])
        for paragraph in named.paragraphs("phan_chuong") + named.paragraphs("muc_tieu_muc") {
            #expect(named.property("w:jc", "w:val", of: paragraph) == "center")
        }
        #expect(named.paragraphs("dieu").map(\.text) == ["Điều 1. Phạm vi điều chỉnh", "Điều 2. Điều không có tiêu đề."])
        let second = try #require(named.paragraphs("dieu").last).all("w:r")
        #expect(try second.map { try named.letters($0, style: "dieu").isBold } == [true, false])
        #expect(named.paragraphs("khoan").map(\.text) == ["1. Khoản thứ nhất."])
        #expect(named.paragraphs("diem").map(\.text) == ["a) điểm thứ nhất;", "đ) điểm thứ năm."])
        #expect(PaperBlock.pointLetters.prefix(8) == ["a", "b", "c", "d", "đ", "e", "g", "h"])
    }

    @Test("box 7 and 9b: who signs to the right, level with the recipients to the left; the last line says where it is kept")
    func foot() throws {
        let row = try #require(named.body.children.last { $0.name == "w:tbl" }).all("w:tc")
        #expect(row.count == 2)
        #expect(row[0].all("w:p").map(\.text) == ["Nơi nhận:", "- Như Điều 2;", "- Lưu hành nội bộ;", "- Lưu: VT, TH.NVA(05)."])
        #expect(row[1].all("w:p").map(\.text) == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "(Người ký)"])
        for paragraph in row[1].all("w:p") { #expect(named.property("w:jc", "w:val", of: paragraph) == "center") }
        for paragraph in row[0].all("w:p") { #expect(named.property("w:jc", "w:val", of: paragraph) == "left") }
        #expect(named.body.all("w:tr").allSatisfy { $0.child("w:trPr")?.child("w:cantSplit") != nil })
    }

    @Test("box 9a: one addressee beside the word, two or more in a list")
    func addressees() throws {
        #expect(
            letter.paragraphs("kinh_gui").map(\.text)
                == ["Kính gửi:", "- Ủy ban nhân dân huyện U Minh;", "- Sở Tài chính."])
        var one = OfficialPaper.whole(signedOn: nil)[1]
        one.addressees = ["Sở Tài chính"]
        #expect(try ReadDocument(one.docx()).paragraphs("kinh_gui").map(\.text) == ["Kính gửi: Sở Tài chính."])
    }

    @Test("box 13: the address at the foot of the first page, under a rule over the whole width")
    func address() throws {
        let foot = try letter.paragraphs(of: "word/footer1.xml")
        #expect(foot.map(\.text) == ["", "Địa chỉ, điện thoại của cơ quan"])
        #expect(try rule(foot[0], in: 11_906 - 1_701 - 850) == 11_906 - 1_701 - 850)
        let first = letter.body.all("w:sectPr").flatMap(\.children).filter { $0.name == "w:footerReference" }
        #expect(first.map { $0.attributes["w:type"] } == ["first"])
        // An appendix has none, and does not take the first page's over.
        let feet = named.body.all("w:sectPr").map { $0.child("w:footerReference")?.attributes["r:id"] }
        #expect(feet == ["rId5", "rId6", "rId6"])
        #expect(try named.paragraphs(of: "word/footer2.xml").map(\.text) == [""])
    }

    @Test("appendices are numbered in roman numerals where there are several, and say to what they belong")
    func appendices() throws {
        #expect(named.paragraphs("phu_luc_word").map(\.text) == ["Phụ lục I", "Phụ lục II"])
        #expect(named.paragraphs("phu_luc_title").map(\.text) == ["DANH SÁCH THỨ NHẤT", "DANH SÁCH THỨ HAI"])
        #expect(
            named.paragraphs("phu_luc_ref").first?.text.replacing("\n", with: " ")
                == "(Kèm theo Quyết định số 07/QĐ-SNV ngày 05 tháng 02 năm 2023 của Giám đốc Sở Nội vụ)")
        for paragraph in ["phu_luc_word", "phu_luc_title", "phu_luc_ref"].flatMap({ named.paragraphs($0) }) {
            #expect(named.property("w:jc", "w:val", of: paragraph) == "center")
        }
        var one = OfficialPaper.whole(signedOn: nil)[0]
        one.appendices.removeLast()
        #expect(try ReadDocument(one.docx()).paragraphs("phu_luc_word").map(\.text) == ["Phụ lục"])
    }

    @Test(
        "box 3: the clerk's number, below 10 with a zero; open before it is given",
        arguments: [
            ("7", "Số: 07/QĐ-UBND"), ("07", "Số: 07/QĐ-UBND"), ("77", "Số: 77/QĐ-UBND"), ("12a", "Số: 12a/QĐ-UBND"),
            (" ", "Số: \u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}/QĐ-UBND"),
        ])
    func number(number: String, line: String) {
        #expect(PaperNumber(number, symbol: "QĐ - UBND").line == line)
        #expect(PaperNumber(number, symbol: "QĐ - UBND (minh họa)").line == "\(line) (minh họa)", "what stands in brackets as it was given")
    }

    @Test(
        "box 4: a zero before days below 10 and before the months 1 and 2 alone",
        arguments: [
            (2023, 1, 9, "ngày 09 tháng 01 năm 2023"), (2023, 2, 10, "ngày 10 tháng 02 năm 2023"),
            (2023, 3, 31, "ngày 31 tháng 3 năm 2023"),
            (2023, 12, 1, "ngày 01 tháng 12 năm 2023"),
        ])
    func date(year: Int, month: Int, day: Int, words: String) throws {
        let day = try #require(CivilDate(year: year, month: month, day: day))
        #expect(PaperDate("Cà Mau", signedOn: day).line == "Cà Mau, \(words)")
        #expect(PaperDate("Cà Mau", year: year).line.hasSuffix("năm \(year)"))
    }
}
