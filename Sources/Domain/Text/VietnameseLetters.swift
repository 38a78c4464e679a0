/// The letters of Vietnamese, each with the plain letter and the tone it is made of.
enum VietnameseLetters {
    /// Each row is one letter of the alphabet in its order: without tone, then huyền, hỏi, ngã, sắc, nặng, as dictionaries sort them.
    static let alphabet: [String] = [
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "b", "c", "d", "đ", "eèẻẽéẹ", "êềểễếệ", "f", "g", "h", "iìỉĩíị", "j", "k", "l", "m", "n",
        "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "p", "q", "r", "s", "t", "uùủũúụ", "ưừửữứự", "v", "w", "x", "yỳỷỹýỵ", "z",
    ]

    struct Place: Hashable, Sendable {
        /// Position in the alphabet.
        let letter: UInt8
        /// 0 without tone, 1 huyền … 5 nặng.
        let tone: UInt8
    }

    /// Where each lower-case letter stands.
    static let places: [Character: Place] = Dictionary(
        uniqueKeysWithValues: alphabet.enumerated().flatMap { index, row in
            row.enumerated().map { ($1, Place(letter: UInt8(index), tone: UInt8($0))) }
        })

    /// The plain letter to search by, for each lower-case letter that carries marks.
    ///
    /// Eth and African d look like đ on paper and are typed for it by mistake.
    static let plain: [Character: Character] = {
        let families: [Character: [Character]] = ["a": ["a", "ă", "â"], "d": ["đ"], "e": ["e", "ê"], "i": ["i"], "o": ["o", "ô", "ơ"],
            "u": ["u", "ư"], "y": ["y"]]
        var plain: [Character: Character] = ["ð": "d", "ɖ": "d"]
        for (base, family) in families {
            for row in alphabet where row.first.map(family.contains) == true {
                for letter in row where letter != base { plain[letter] = base }
            }
        }
        return plain
    }()

    /// Every precomposed Latin letter.
    ///
    /// Swift compares characters by canonical equivalence, so looking a decomposed letter up here finds its composed form: this is
    /// NFC for Latin script without the tables of a Unicode library. The blocks are Latin-1, Latin Extended-A and -B, and Latin
    /// Extended Additional; none of their letters is excluded from composition.
    static let composed: Set<Character> = {
        let blocks: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x1E00...0x1EFF]
        return Set(blocks.joined().compactMap(Unicode.Scalar.init).map(Character.init))
    }()
}
