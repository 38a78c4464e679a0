import Domain

/// The texts that cells refer to by number (18.4): plain ones, and those in runs of several formats, put together.
struct SharedStrings {
    private(set) var texts: [String] = []

    init() {}

    init(_ content: [UInt8], file: String, limits: TableLimits) throws(Problem) {
        var found: [String] = []
        var reader = RichText()
        try XMLPart(content, file: file).walk { event throws(Problem) in
            if case .start("si", _) = event { reader = RichText() }
            reader.take(event)
            if case .end("si") = event {
                found.append(reader.text)
                guard found.count <= limits.cells else { throw .tooManyCells(file, limits) }
            }
        }
        texts = found
    }
}

/// The text of `<t>` elements, put together, but for how it is pronounced (`<rPh>`).
struct RichText {
    private var written = ""
    private var isInText = false
    private var isPhonetic = false

    mutating func take(_ event: XMLPart.Event) {
        switch event {
        case .start("t", _): isInText = !isPhonetic
        case .end("t"): isInText = false
        case .start("rPh", _): isPhonetic = true
        case .end("rPh"): isPhonetic = false
        case .text(let text) where isInText: written += text
        default: break
        }
    }

    /// Characters that XML cannot hold are written `_x000D_` (22.9.2.19), and so is such a text itself.
    var text: String { Self.unescaped(written) }

    static func unescaped(_ written: String) -> String {
        guard written.contains("_x") else { return written }
        var result = ""
        var rest = written[...]
        while let start = rest.firstRange(of: "_x") {
            result += rest[..<start.lowerBound]
            let code = rest[start.upperBound...].prefix(5)
            if code.count == 5, code.hasSuffix("_"), let value = UInt32(code.dropLast(), radix: 16), let scalar = UnicodeScalar(value) {
                result.unicodeScalars.append(scalar)
                rest = rest[code.endIndex...]
            } else {
                result += "_x"
                rest = rest[start.upperBound...]
            }
        }
        return result + rest
    }
}

extension Problem {
    static func tooManyCells(_ file: String, _ limits: TableLimits) -> Problem {
        Problem(
            .tooLarge, "table-too-large",
            "\(file): trang tính lớn hơn \(limits.rows.grouped) dòng, \(limits.columns) cột hoặc \(limits.cells.grouped) ô. Chia thành nhiều tệp rồi nhập lần lượt."
        )
    }
}

extension Int {
    /// `100.000`
    fileprivate var grouped: String {
        var digits = String(self)
        var place = digits.count - 3
        while place > 0 {
            digits.insert(".", at: digits.index(digits.startIndex, offsetBy: place))
            place -= 3
        }
        return digits
    }
}
