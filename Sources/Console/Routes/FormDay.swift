import Domain

/// A day as a browser's field sends it, or as it is typed where the browser has no such field.
enum FormDay {
    static func read(_ text: String, _ path: String) throws(Problem) -> CivilDate? {
        if VietnameseText(text).isEmpty { return nil }
        guard let day = CivilDate(text) ?? CivilDate(vietnamese: text) else {
            throw .invalid(path, "không phải ngày có thật; nhập dạng ngày/tháng/năm")
        }
        return day
    }

    /// The same of a field that must be filled in.
    ///
    /// - Parameter step: what is said where it is not.
    static func needed(_ text: String, _ path: String, _ step: String = "nhập ngày") throws(Problem) -> CivilDate {
        guard let day = try read(text, path) else { throw .invalid(path, step) }
        return day
    }
}
