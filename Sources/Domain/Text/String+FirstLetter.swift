extension String {
    /// With the first letter in lower case: how “Huyện Một” stands inside a sentence.
    public var startingSmall: String {
        prefix(1).lowercased() + dropFirst()
    }

    /// With the first letter in upper case: how “huyện Một” stands at the beginning of a line.
    public var startingLarge: String {
        prefix(1).uppercased() + dropFirst()
    }
}
