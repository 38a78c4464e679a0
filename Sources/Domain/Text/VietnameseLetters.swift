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
}
