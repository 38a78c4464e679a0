/// The place of a text in Vietnamese alphabetical order: letters first, then tones, then case.
///
/// The same order as PostgreSQL's `vi-x-icu` gives to Vietnamese words, for lists that are sorted in memory.
public struct VietnameseOrder: Hashable, Sendable, Comparable {
    private let letters: [UInt32]
    private let tones: [UInt8]
    private let text: String

    public init(_ text: VietnameseText) {
        var letters: [UInt32] = []
        var tones: [UInt8] = []
        for character in text.string.lowercased() {
            if let place = VietnameseLetters.places[character] {
                // Letters come after digits, spaces and punctuation.
                letters.append(0x100 + UInt32(place.letter))
                tones.append(place.tone)
            } else {
                let scalar = character.unicodeScalars.first?.value ?? 0
                letters.append(scalar < 0x80 ? scalar : 0x200 + scalar)
                tones.append(0)
            }
        }
        self.letters = letters
        self.tones = tones
        self.text = text.string
    }

    public static func < (lhs: VietnameseOrder, rhs: VietnameseOrder) -> Bool {
        if lhs.letters != rhs.letters { return lhs.letters.lexicographicallyPrecedes(rhs.letters) }
        if lhs.tones != rhs.tones { return lhs.tones.lexicographicallyPrecedes(rhs.tones) }
        // Capitals have the smaller code points; small letters come first, as in `vi-x-icu`.
        return lhs.text > rhs.text
    }
}
