import Domain

/// Checks the inputs of one operation and keeps every fault, so that all are answered at once.
struct InputCheck {
    private(set) var faults: [FieldFault] = []

    mutating func fault(_ path: String, _ reason: String) {
        faults.append(FieldFault(path, reason))
    }

    /// Several lines in NFC; not empty and at most 4,000 characters.
    mutating func passage(_ typed: String, _ path: String) -> String {
        let text = VietnameseText.composed(typed)
        if text.allSatisfy(\.isWhitespace) { fault(path, "không được để trống; nhập nội dung") }
        if text.count > 4_000 { fault(path, "dài quá 4.000 ký tự; rút gọn lại") }
        return text
    }

    /// One line in NFC; not empty and not longer than `limit` characters.
    mutating func line(_ typed: String, _ path: String, atMost limit: Int) -> String {
        let text = VietnameseText(typed).string
        if text.isEmpty { fault(path, "không được để trống; nhập nội dung") }
        if text.count > limit { fault(path, "dài quá \(limit) ký tự; rút gọn lại") }
        return text
    }

    /// One line of what is to be done: no secret is entered (A21).
    mutating func openLine(_ typed: String, _ path: String, atMost limit: Int) -> String {
        let text = line(typed, path, atMost: limit)
        if let mark = SecrecyMark(in: text) { fault(path, mark.refusal) }
        return text
    }

    /// What is wrong, if anything.
    func finish() throws(Problem) {
        if !faults.isEmpty { throw .invalid(faults) }
    }
}

extension Problem {
    /// Why a change that named a version touched nothing: nothing is there, it is in another version, or it is not for this officer.
    static func untouched(found version: Int?, named: Int) -> Problem {
        switch version {
        case nil: .notFound
        case named?: .notAllowed
        case _?: .stale
        }
    }
}
