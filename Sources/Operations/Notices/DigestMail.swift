import Domain
import Foundation
import Storage

/// A person's notices of a day as one e-mail (RFC 5322), in UTF-8.
struct DigestMail {
    let text: String

    init(_ message: Message, from sender: String, to address: String, publicURL: String?) {
        let key = message.key.lowercased
        let subject = "Nhắc việc ngày \(message.day.vietnamese): \(message.notices.count) việc"
        var body = "Phong trào thi đua: \(message.notices.count) việc cần biết, ngày \(message.day.vietnamese).\n"
        for (number, notice) in message.notices.enumerated() {
            body += "\n\(number + 1). \(notice.text)\n"
            if !notice.source.isEmpty { body += "   Căn cứ nhắc: \(notice.source)\n" }
            body += "   \(publicURL ?? "")\(notice.path)\n"
        }
        body += "\nThư gửi tự động mỗi ngày một lần. Đổi địa chỉ và giờ không nhận thư ở mục Thông báo của phần mềm.\n"
        let headers = [
            "From: \(sender)", "To: \(address)", "Subject: \(Self.encoded(subject))", "Message-ID: <\(key)@thidua>", "ThiDua-Key: \(key)",
            "Auto-Submitted: auto-generated", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
        ]
        let lines = Data(body.utf8).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])
        text = headers.joined(separator: "\n") + "\n\n" + lines + "\n"
    }

    /// As encoded words (RFC 2047), each short enough and of whole characters.
    private static func encoded(_ text: String) -> String {
        var words: [String] = []
        for character in text {
            if let last = words.last, last.utf8.count + character.utf8.count <= 39 {
                words[words.count - 1].append(character)
            } else {
                words.append(String(character))
            }
        }
        return words.map { "=?UTF-8?B?" + Data($0.utf8).base64EncodedString() + "?=" }.joined(separator: "\n ")
    }
}
