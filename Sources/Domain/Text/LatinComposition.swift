/// Canonical composition (NFC) of Latin letters with marks, without the tables of a Unicode library.
///
/// Swift compares characters by canonical equivalence, so it knows which letter and mark make which composed letter; asking it once for
/// every pair gives the table.
enum LatinComposition {
    private struct Pair: Hashable {
        let letter: Unicode.Scalar
        let mark: Unicode.Scalar
    }

    private static let compositions: [Pair: Unicode.Scalar] = {
        // Latin-1, Latin Extended-A and -B, Latin Extended Additional; none of their letters is excluded from composition.
        let blocks: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x1E00...0x1EFF]
        let composed = Set(blocks.joined().compactMap(Unicode.Scalar.init).map(Character.init))
        // The marks that any of them carries.
        let ranges: [ClosedRange<UInt32>] = [0x300...0x304, 0x306...0x30C, 0x30F...0x311, 0x31B...0x331]
        let marks = ranges.joined().compactMap(Unicode.Scalar.init)
        var found: [Pair: Unicode.Scalar] = [:]
        var letters = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÆæØøſƷʒ".unicodeScalars)
        // A letter with one mark may take another: ệ is e with two.
        while !letters.isEmpty {
            var next: Set<Unicode.Scalar> = []
            for letter in letters {
                for mark in marks {
                    let pair = Character(String(String.UnicodeScalarView([letter, mark])))
                    guard let index = composed.firstIndex(of: pair), let scalar = composed[index].unicodeScalars.first else { continue }
                    found[Pair(letter: letter, mark: mark)] = scalar
                    next.insert(scalar)
                }
            }
            letters = next
        }
        return found
    }()

    private static let decompositions = Dictionary(compositions.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })

    /// The letter without its marks; the scalar itself when it carries none.
    static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        decompositions[scalar].map { base(of: $0.letter) } ?? scalar
    }

    /// Whether the scalar is of the block Combining Diacritical Marks.
    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        (0x300...0x36F).contains(scalar.value)
    }

    /// The scalars of one letter with its marks, composed as far as NFC composes them.
    static func composed(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        var marks = scalars.flatMap(decomposed)
        guard !marks.isEmpty else { return [] }
        var letter = marks.removeFirst()
        var rest: [Unicode.Scalar] = []
        var isClosed = false
        for mark in inCanonicalOrder(marks) {
            // A mark reaches the letter unless one of its own class, or one that nothing passes, stands between.
            let isBlocked = isClosed || rest.last.map { combiningClass($0) >= combiningClass(mark) } ?? false
            if !isBlocked, let composed = compositions[Pair(letter: letter, mark: mark)] {
                letter = composed
            } else {
                rest.append(mark)
                isClosed = isClosed || combiningClass(mark) == 0
            }
        }
        return [letter] + rest
    }

    private static func decomposed(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        if let pair = decompositions[scalar] { return decomposed(pair.letter) + [pair.mark] }
        // The four marks of the block that are another way of writing others.
        return switch scalar.value {
        case 0x340: ["\u{300}"]
        case 0x341: ["\u{301}"]
        case 0x343: ["\u{313}"]
        case 0x344: ["\u{308}", "\u{301}"]
        default: [scalar]
        }
    }

    /// Marks of a lower class first, in each stretch between scalars of class 0, which nothing passes; equal classes keep their order.
    private static func inCanonicalOrder(_ marks: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var stretch = 0
        let places = marks.enumerated().map { offset, mark in
            let combiningClass = combiningClass(mark)
            if combiningClass == 0 { stretch += 1 }
            return (stretch, combiningClass, offset)
        }
        return places.sorted(by: <).map { marks[$0.2] }
    }

    private static func combiningClass(_ scalar: Unicode.Scalar) -> UInt8 {
        scalar.properties.canonicalCombiningClass.rawValue
    }
}
