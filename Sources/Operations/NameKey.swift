import Domain

/// A name as people mean it: its letters and digits, whatever its case, spaces and marks.
enum NameKey {
    static func of(_ name: String) -> String {
        VietnameseText(name.replacing("\n", with: " ")).folded.filter { $0.isLetter || $0.isNumber }
    }
}
