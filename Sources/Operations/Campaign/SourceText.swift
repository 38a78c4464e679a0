import Yams

/// The text of a campaign file on its way to a tree of values with places.
///
/// Yams does the parsing. Two things it would do are kept from it: it gives up at the first name that occurs twice in a group, so such
/// names are masked and reported later with all other faults; and it follows aliases, which lets a small file grow without bound, so
/// anchors and aliases are refused.
struct SourceText {
    /// Campaign files nest seven levels deep.
    static let deepestLevel = 32

    /// After so many repeated names the file is no slip of the pen any more.
    private static let mostMasks = 50

    /// Each repeated name costs one more parse; this many scalars are parsed again at most, under a second's work.
    private static let mostParsedAgain = 2_000_000

    /// Marks a masked name: a private-use scalar in place of the name's first, so that every column stays where it was.
    private static let firstMask: UInt32 = 0xE000

    private var scalars: [Unicode.Scalar]
    private var masked: [Unicode.Scalar: Unicode.Scalar] = [:]

    init(_ text: String) throws(CampaignFile.Rejection) {
        // A byte order mark says nothing that is not known, and would shift the columns of the first line.
        scalars = Array(text.unicodeScalars.drop { $0 == "\u{FEFF}" })
        try refuseMaskScalars()
        try refuseAliases()
    }

    /// The tree of the whole file.
    func root() throws(CampaignFile.Rejection) -> SourceNode {
        var text = self
        while true {
            switch text.parsed() {
            case .success(let node): return node
            case .failure(.rejection(let rejection)): throw rejection
            case .failure(.repeatedName(let position)): try text.mask(at: position)
            }
        }
    }

    // MARK: Before parsing

    /// The scalars used as masks must not occur in the file itself.
    private func refuseMaskScalars() throws(CampaignFile.Rejection) {
        let masks = Self.firstMask..<(Self.firstMask + UInt32(Self.mostMasks))
        guard let place = scalars.firstIndex(where: { masks.contains($0.value) }) else { return }
        throw CampaignFile.Rejection(position(ofScalar: place), "", .unreadableText(scalars[place]))
    }

    /// An alias can only repeat what an anchor of the same name marked, and neither begins in the middle of a word. So where no name
    /// stands both after `&` and after `*`, the file has no working alias and parsing takes time in proportion to its size.
    private func refuseAliases() throws(CampaignFile.Rejection) {
        let anchors = Set(names(after: "&").map(\.name))
        guard let alias = names(after: "*").first(where: { anchors.contains($0.name) }) else { return }
        throw CampaignFile.Rejection(position(ofScalar: alias.place), "", .alias(alias.name))
    }

    private func names(after sign: Unicode.Scalar) -> [(name: String, place: Int)] {
        scalars.indices.filter { scalars[$0] == sign && !isInsideWord($0) }.compactMap { place in
            var name = String.UnicodeScalarView()
            name.append(contentsOf: scalars[(place + 1)...].prefix(while: Self.isNameScalar))
            return name.isEmpty ? nil : (String(name), place)
        }
    }

    private func isInsideWord(_ place: Int) -> Bool {
        guard place > 0 else { return false }
        let before = scalars[place - 1].properties
        return before.isAlphabetic || before.numericType != nil
    }

    /// What YAML 1.1 parsers take for part of an anchor's name.
    private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "a"..."z", "A"..."Z", "_", "-": true
        default: false
        }
    }

    // MARK: Parsing

    private enum Failure: Error {
        case rejection(CampaignFile.Rejection)
        case repeatedName(CampaignFile.Position)
    }

    private func parsed() -> Result<SourceNode, Failure> {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        // Yams keeps the address of the string's bytes. Strings of up to 15 bytes have none of their own, so no text stays that short.
        view.append(contentsOf: repeatElement("\n", count: 16))
        do {
            let parser = try Yams.Parser(yaml: String(view), encoding: .utf8)
            guard let root = try parser.singleRoot() else { throw CampaignFile.Rejection(.start, "", .noContent) }
            // Nodes hold their anchors weakly; the parser keeps them.
            return .success(try withExtendedLifetime(parser) { try node(of: root, level: 1) })
        } catch let rejection as CampaignFile.Rejection {
            return .failure(.rejection(rejection))
        } catch let error as YamlError {
            return .failure(failure(error))
        } catch {
            return .failure(.rejection(CampaignFile.Rejection(.start, "", .syntax(.other))))
        }
    }

    /// Where the last character stands: the parser counts on through what was appended for it.
    private var end: CampaignFile.Position {
        scalars.lastIndex { !$0.properties.isWhitespace }.map(position(ofScalar:)) ?? .start
    }

    private func failure(_ error: YamlError) -> Failure {
        switch error {
        case .duplicatedKeysInMapping(_, let context):
            return .repeatedName(CampaignFile.Position(context.mark))
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let found = CampaignFile.Problem(yaml: problem, context: context?.text ?? "")
            // Where something was left open, the place to look at is where it begins, not where that was noticed.
            let isLeftOpen = [.syntax(.unclosedQuote), .syntax(.unclosedBracket), .syntax(.colonMissing)].contains(found)
            let place = isLeftOpen ? context?.mark ?? mark : mark
            return .rejection(CampaignFile.Rejection(min(CampaignFile.Position(place), end), "", found))
        case .reader:
            let place = scalars.firstIndex(where: Self.isControl).map(position(ofScalar:)) ?? .start
            return .rejection(CampaignFile.Rejection(place, "", .syntax(.controlCharacter)))
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            return .rejection(CampaignFile.Rejection(.start, "", .syntax(.other)))
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && !["\t", "\n", "\r", "\u{85}"].contains(scalar)
    }

    // MARK: Repeated names

    /// Hides the name that begins at a place, so that the next attempt gets past it.
    private mutating func mask(at position: CampaignFile.Position) throws(CampaignFile.Rejection) {
        guard masked.count < Self.mostMasks, (masked.count + 1) * scalars.count <= Self.mostParsedAgain,
            let mask = Unicode.Scalar(Self.firstMask + UInt32(masked.count)), var place = scalar(at: position)
        else { throw CampaignFile.Rejection(position, "", .tooManyRepeatedFields) }
        if scalars[place] == "\"" || scalars[place] == "'" { place += 1 }
        guard scalars.indices.contains(place) else { throw CampaignFile.Rejection(position, "", .tooManyRepeatedFields) }
        masked[mask] = scalars[place]
        scalars[place] = mask
    }

    func unmasked(_ name: String) -> String {
        guard let first = name.unicodeScalars.first, let original = masked[first] else { return name }
        var view = String.UnicodeScalarView([original])
        view.append(contentsOf: name.unicodeScalars.dropFirst())
        return String(view)
    }

    // MARK: Places

    private func position(ofScalar index: Int) -> CampaignFile.Position {
        firstPlace { place, _ in place == index }?.position ?? .start
    }

    private func scalar(at position: CampaignFile.Position) -> Int? {
        firstPlace { $1 == position }?.index
    }

    /// Counts lines as the parser does: line feed, carriage return, both together, and the three line ends of Unicode.
    private func firstPlace(
        where isWanted: (_ index: Int, _ position: CampaignFile.Position) -> Bool
    ) -> (index: Int, position: CampaignFile.Position)? {
        var position = CampaignFile.Position.start
        for index in scalars.indices {
            if isWanted(index, position) { return (index, position) }
            let endsLine =
                switch scalars[index] {
                case "\r": index + 1 == scalars.count || scalars[index + 1] != "\n"
                case "\n", "\u{85}", "\u{2028}", "\u{2029}": true
                default: false
                }
            position = endsLine ? .init(line: position.line + 1, column: 1) : .init(line: position.line, column: position.column + 1)
        }
        return nil
    }
}
