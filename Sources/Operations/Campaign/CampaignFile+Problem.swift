public import Domain

extension CampaignFile {
    /// What can be wrong with a place in a campaign file.
    public enum Problem: Hashable, Sendable {
        // The file as a whole
        case tooLarge(bytes: Int)
        case notUTF8
        case noContent
        case syntax(SyntaxProblem)
        case anchor(String)
        case alias(String)
        case tag(String)
        case tooDeep(limit: Int)
        case tooManyRepeatedFields

        // Fields
        case missingField(String, expected: Shape)
        case unknownField(String, nearest: String?)
        case duplicateField(String, firstLine: Int)
        case fieldNameNotText
        case wrongShape(expected: Shape, found: Shape)
        case noSuchDate(String)
        case numberTooLarge(String)
        case unknownChoice(String, allowed: [String])
        case unreadableText(Unicode.Scalar)
        case basisMissing
        case basisAmbiguous([String])

        /// The values fit their fields, but not one another.
        case rule(CampaignFault.Rule)
    }

    /// What a field holds.
    public enum Shape: Hashable, Sendable {
        case nothing, text, date, integer, flag, scalar, list, fields
        case choice([String])
    }

    /// Why the text is no YAML.
    public enum SyntaxProblem: Hashable, Sendable {
        case colonNotAllowed, colonMissing, indentation, characterNotAllowed, unclosedQuote, unclosedBracket, severalDocuments
        case controlCharacter
        case other
    }
}

extension CampaignFile.Problem {
    var message: String {
        switch self {
        case .tooLarge(let bytes):
            "Tệp nặng \(bytes) byte, quá giới hạn \(CampaignFile.largestSize) byte; hãy kiểm tra xem có chọn nhầm tệp không."
        case .notUTF8:
            "Tệp không phải văn bản UTF-8; hãy lưu lại với bảng mã UTF-8."
        case .noContent:
            "Tệp không có nội dung; hãy soạn theo mẫu trong deploy/campaigns."
        case .syntax(let problem):
            problem.message
        case .anchor(let name):
            "Không dùng neo (&\(name)); hãy ghi đầy đủ giá trị tại chỗ, hoặc đặt câu chữ trong dấu nháy kép."
        case .alias(let name):
            "Không dùng bí danh (*\(name)); hãy ghi đầy đủ giá trị tại chỗ, hoặc đặt câu chữ trong dấu nháy kép."
        case .tag(let name):
            "Không dùng thẻ kiểu (\(name)); hãy bỏ thẻ và chỉ ghi giá trị."
        case .tooDeep(let limit):
            "Các trường lồng nhau quá \(limit) cấp; hãy kiểm tra thụt lề theo mẫu trong deploy/campaigns."
        case .tooManyRepeatedFields:
            "Quá nhiều trường bị ghi lặp, trong đó có trường ở đây; hãy bỏ các trường lặp rồi kiểm tra lại."
        case .missingField(let name, let expected):
            "Thiếu trường “\(name)”; hãy thêm “\(name):” với \(expected.vietnamese)."
        case .unknownField(let name, let nearest):
            if let nearest {
                "Không có trường “\(name)”; hãy đổi thành “\(nearest)” nếu ghi nhầm, hoặc bỏ."
            } else {
                "Không có trường “\(name)”; hãy bỏ trường này."
            }
        case .duplicateField(let name, let line):
            "Trường “\(name)” đã có ở dòng \(line); hãy bỏ một trong hai."
        case .fieldNameNotText:
            "Tên trường phải là chữ; hãy kiểm tra dấu hai chấm và thụt lề của dòng này."
        case .wrongShape(let expected, found: .nothing):
            "Trường này đang để trống; hãy ghi \(expected.vietnamese)."
        case .wrongShape(let expected, let found):
            "Trường này phải là \(expected.vietnamese) nhưng đang là \(found.vietnamese); hãy sửa lại\(expected.hint(found))."
        case .noSuchDate(let text):
            "“\(text)” không phải một ngày có trên lịch; hãy ghi năm-tháng-ngày, như 2030-04-09."
        case .numberTooLarge(let text):
            "Số \(text) quá lớn; hãy kiểm tra lại."
        case .unknownChoice(let text, let allowed):
            "“\(text)” không có trong các giá trị được dùng; hãy chọn một trong: \(allowed.joined(separator: ", "))."
        case .unreadableText(let scalar):
            "Câu chữ có ký tự không in được (U+\(String(scalar.value, radix: 16, uppercase: true))); hãy xóa ký tự đó."
        case .basisMissing:
            "Thiếu căn cứ; hãy thêm một trong: plan (mục của kế hoạch), decision (số quyết định về cách hiểu), "
                + "law (văn bản khác), local (quy định của địa phương)."
        case .basisAmbiguous(let names):
            "Có nhiều căn cứ (\(names.joined(separator: ", "))); hãy giữ một và chuyển phần còn lại vào note."
        case .rule(let rule):
            rule.message
        }
    }
}

extension CampaignFile.SyntaxProblem {
    fileprivate var message: String {
        switch self {
        case .colonNotAllowed:
            "Dấu hai chấm ở đây làm sai cú pháp; hãy đặt cả câu trong dấu nháy kép hoặc xuống dòng sau “>-”."
        case .colonMissing:
            "Thiếu dấu hai chấm sau tên trường; hãy ghi “tên: giá trị”, có khoảng trắng sau dấu hai chấm."
        case .indentation:
            "Thụt lề của dòng này không khớp với các dòng trên; hãy căn các trường cùng cấp thẳng cột."
        case .characterNotAllowed:
            "Giá trị không được bắt đầu bằng ký tự này (phím Tab, @, %, `…); hãy dùng khoảng trắng để thụt lề, "
                + "hoặc đặt giá trị trong dấu nháy kép."
        case .unclosedQuote:
            "Dấu nháy mở ở đây chưa được đóng; hãy thêm dấu nháy đóng ở cuối giá trị."
        case .unclosedBracket:
            "Ngoặc vuông hoặc ngoặc nhọn chưa khép, hoặc thiếu dấu phẩy; hãy kiểm tra lại danh sách."
        case .severalDocuments:
            "Tệp có nhiều tài liệu (dòng ---); hãy để mỗi phong trào trong một tệp."
        case .controlCharacter:
            "Tệp có ký tự điều khiển không in được; hãy xóa ký tự đó."
        case .other:
            "Không đọc được cú pháp ở đây; hãy kiểm tra thụt lề, dấu hai chấm, dấu gạch đầu dòng và dấu nháy."
        }
    }
}

extension CampaignFile.Shape {
    var vietnamese: String {
        switch self {
        case .nothing: "để trống"
        case .text: "câu chữ"
        case .date: "ngày dạng năm-tháng-ngày, như 2030-04-09"
        case .integer: "số nguyên"
        case .flag: "true hoặc false"
        case .scalar: "một giá trị"
        case .list: "danh sách, mỗi dòng một gạch đầu dòng"
        case .fields: "nhóm trường “tên: giá trị”"
        case .choice(let allowed): "một trong: \(allowed.joined(separator: ", "))"
        }
    }

    fileprivate func hint(_ found: CampaignFile.Shape) -> String {
        switch (self, found) {
        case (.integer, .text), (.flag, .text): ", không đặt trong dấu nháy"
        case (.list, .scalar), (.list, .text): ", thêm gạch đầu dòng hoặc ngoặc vuông"
        default: ""
        }
    }
}
