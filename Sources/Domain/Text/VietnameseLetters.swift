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

    /// The plain letter to search by, for each lower-case letter that carries one mark or two.
    ///
    /// Found by putting every mark on every letter, and once more on the results, and looking which of them exist.
    static let plain: [Character: Character] = {
        let marks = (0x300...0x331).compactMap(Unicode.Scalar.init)
        let letters: [Character] = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { Character(Unicode.Scalar($0)) }
        var withOneMark: [Character: Character] = [:]
        for letter in letters {
            for mark in marks {
                if let marked = composed(letter, mark) { withOneMark[marked] = letter }
            }
        }
        var plain = withOneMark
        for (letter, base) in withOneMark {
            for mark in marks {
                if let marked = composed(letter, mark) { plain[marked] = base }
            }
        }
        // A stroke is no mark that could be taken off. Eth and African d look like đ on paper and are typed for it by mistake.
        for letter: Character in ["đ", "ð", "ɖ"] { plain[letter] = "d" }
        return plain
    }()

    /// The letter with the mark on it, when there is such a letter.
    private static func composed(_ letter: Character, _ mark: Unicode.Scalar) -> Character? {
        var pair = String(letter).unicodeScalars
        pair.append(mark)
        return String(pair).first.flatMap { composed.firstIndex(of: $0) }.map { composed[$0] }
    }

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
