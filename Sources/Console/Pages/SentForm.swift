import Domain
import HTTPTypes
import Web

/// A form that was refused, on the page that answers it: filled in again with what was sent, its section open, and each fault named by the label
/// of its field. Done once for all pages, on what they render: labels, names and sections stand nowhere else.
struct SentForm {
    private let path: String
    private let body: FormBody
    /// Whether another changed it meanwhile: then the page shows what stands now, not what would be written over it.
    private let isStale: Bool

    init(_ path: String, _ body: FormBody, isStale: Bool = false) {
        (self.path, self.body, self.isStale) = (path, body, isStale)
    }

    static func keep(_ call: Call, _ reply: Reply) -> Reply {
        guard reply.status.kind == .clientError, call.head.method == .post, reply.headers[.contentType]?.hasPrefix("text/html") == true
        else { return reply }
        let form = SentForm(call.head.path ?? "", call.form, isStale: reply.status == .preconditionFailed)
        var kept = reply
        kept.bytes = Array(form.kept(in: String(decoding: reply.bytes, as: UTF8.self)).utf8)
        return kept
    }

    /// The page with the form as it was sent; as it is, where it shows no form of that address.
    func kept(in page: String) -> String {
        var pieces = Self.pieces(of: page)
        guard let form = form(in: pieces) else { return page }
        let (labels, elsewhere) = (Labels(pieces[form].map { $0 }), Labels(pieces))
        for position in pieces.indices where pieces[position].hasPrefix("<li data-field=") {
            let label = Self.attribute("data-field", of: pieces[position]).flatMap {
                labels.label(of: $0, in: body) ?? elsewhere.own(of: $0)
            }
            pieces[position] = "<li>" + (label.map { $0 + ": " } ?? "")
        }
        for position in Self.sections(around: form.lowerBound, in: pieces) { pieces[position] = Self.setting("open", of: pieces[position]) }
        if !isStale { fill(&pieces, form) }
        return pieces.joined()
    }

    // MARK: - The form

    /// Where the form that was sent stands. Of several with one address, the one whose hidden fields are those that were sent.
    private func form(in pieces: [String]) -> Range<Int>? {
        let sent = Self.bare(path)
        var best: (form: Range<Int>, score: Int)?
        for start in pieces.indices where pieces[start].hasPrefix("<form") {
            let action = Self.attribute("action", of: pieces[start]) ?? path
            guard Self.attribute("method", of: pieces[start]) == "post", Self.bare(action) == sent,
                let end = pieces[start...].firstIndex(of: "</form>")
            else { continue }
            var score = action == path ? 1 : 0
            for piece in pieces[start..<end] where piece.hasPrefix("<input") && Self.attribute("type", of: piece) == "hidden" {
                guard let name = Self.attribute("name", of: piece), name != "version" else { continue }
                score += body.sent(name) == Self.attribute("value", of: piece) ? 1 : -1
            }
            if best.map({ score > $0.score }) ?? true { best = (start..<end, score) }
        }
        return best?.form
    }

    private static func bare(_ address: String) -> Substring { address.prefix { $0 != "?" } }

    /// The sections that must be open for it to be seen.
    private static func sections(around start: Int, in pieces: [String]) -> [Int] {
        var open: [Int] = []
        for position in 0..<start {
            if pieces[position].hasPrefix("<details") { open.append(position) }
            if pieces[position] == "</details>" { _ = open.popLast() }
        }
        return open
    }

    private func fill(_ pieces: inout [String], _ form: Range<Int>) {
        var chosen: String?
        var position = form.lowerBound
        while position < form.upperBound {
            let piece = pieces[position]
            let name = Self.attribute("name", of: piece)
            if piece.hasPrefix("<input"), let name {
                pieces[position] = filled(piece, name)
            } else if piece.hasPrefix("<select") {
                chosen = name.flatMap { body.sent($0) }
            } else if piece == "</select>" {
                chosen = nil
            } else if piece.hasPrefix("<option"), let chosen {
                let bare = Self.without("selected", of: piece)
                pieces[position] = Self.attribute("value", of: piece) == chosen ? Self.setting("selected", of: bare) : bare
            } else if piece.hasPrefix("<textarea"), let text = name.flatMap({ body.sent($0) }),
                let end = pieces[position...].firstIndex(of: "</textarea>")
            {
                for inner in (position + 1)..<end { pieces[inner] = "" }
                // Of a line break right behind the tag browsers make nothing.
                pieces[position] = piece + "\n" + EscapedHTML.escaped(text)
                position = end
            }
            position += 1
        }
    }

    private func filled(_ piece: String, _ name: String) -> String {
        let type = Self.attribute("type", of: piece) ?? "text"
        switch type {
        case "password", "file": return piece
        // What it was read as: who wrote meanwhile is not written over.
        case "hidden": return name == "version" ? body.sent(name).map { Self.setting("value", to: $0, of: piece) } ?? piece : piece
        case "checkbox", "radio":
            let bare = Self.without("checked", of: piece)
            return body.sent(name) == (Self.attribute("value", of: piece) ?? "on") ? Self.setting("checked", of: bare) : bare
        default: return body.sent(name).map { Self.setting("value", to: $0, of: piece) } ?? piece
        }
    }
}

// MARK: - Labels

extension SentForm {
    /// What stands before each field of a form.
    private struct Labels {
        private var texts: [String: String] = [:]

        init(_ pieces: [String]) {
            var (label, legend, names): (String?, String?, [String]) = (nil, nil, [])
            var (target, named): (String?, [String: String]) = (nil, [:])
            // Inside of what the officer types or chooses, and of the legend.
            var (isInField, isInLegend) = (false, false)
            for piece in pieces {
                if piece.hasPrefix("<label") {
                    (label, names, target) = ("", [], SentForm.attribute("for", of: piece))
                } else if piece == "</label>" {
                    let text = label.map(SentForm.line) ?? ""
                    for name in names where !text.isEmpty { texts[name] = legend ?? text }
                    if let target { named[target] = text }
                    label = nil
                } else if piece.hasPrefix("<legend") {
                    (legend, isInLegend) = ("", true)
                } else if piece == "</legend>" {
                    (legend, isInLegend) = (legend.map(SentForm.line), false)
                } else if piece == "</fieldset>" {
                    legend = nil
                } else if piece.hasPrefix("<input") || piece.hasPrefix("<select") || piece.hasPrefix("<textarea") {
                    isInField = !piece.hasPrefix("<input")
                    guard let name = SentForm.attribute("name", of: piece) else { continue }
                    if label != nil { names.append(name) }
                    if let text = SentForm.attribute("id", of: piece).flatMap({ named[$0] }) { texts[name] = text }
                } else if piece == "</select>" || piece == "</textarea>" {
                    isInField = false
                } else if !piece.hasPrefix("<"), !isInField {
                    if isInLegend { legend? += piece } else { label? += piece }
                }
            }
        }

        /// The label of the field that a fault names; nil where the form has none of it.
        func label(of path: String, in body: FormBody) -> String? {
            let steps = path.dropFirst(2).split(separator: ".").map(String.init)
            guard let last = steps.last, let first = steps.first else { return nil }
            if let (list, row) = Self.row(first) {
                // A list whose keys the form sends in one field has a field of each key.
                let keys = body[list].split(separator: ",")
                if steps.count > 1, keys.indices.contains(row), let text = texts["\(last)-\(keys[row])"] { return text }
                return texts[list].map { "\($0), mục \(row + 1)" }
            }
            return Self.names(last).lazy.compactMap { texts[$0] }.first
        }

        /// Of a field by its own name alone: a form of one button is refused for what stands in another form of its page.
        func own(of path: String) -> String? {
            path.dropFirst(2).split(separator: ".").last.flatMap { texts[String($0)] }
        }

        /// `parts[2]`: the list and which of it.
        private static func row(_ step: String) -> (list: String, row: Int)? {
            guard step.hasSuffix("]"), let open = step.firstIndex(of: "["), let row = Int(step[step.index(after: open)...].dropLast())
            else { return nil }
            return (String(step[..<open]), row)
        }

        /// What forms call a member of a request: by its own name, or shortly where there is one day, one number, one paper.
        private static func names(_ member: String) -> [String] {
            var names = [member] + (others[member] ?? [])
            if member.hasSuffix("On") { names += [String(member.dropLast(2)), "day", "date", "on"] }
            if member.hasSuffix("Number") { names.append("number") }
            if member.hasSuffix("Issuer") { names.append("issuer") }
            if member.hasSuffix("Password") { names.append(String(member.dropLast(8))) }
            return names
        }

        private static let others = [
            "narrative": ["reason"], "words": ["reason", "note"], "proposedLead": ["lead"], "duplicateCode": ["duplicate"],
            "milestonePercent": ["percent"], "lastDay": ["day", "date"], "startsAt": ["date", "time"], "tenant": ["unit"],
            "dossiers": ["dossier"],
        ]
    }

    private static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

// MARK: - HTML

extension SentForm {
    /// Tags, and what stands between them. Templates escape every other `<` and `>`.
    private static func pieces(of page: String) -> [String] {
        var pieces: [String] = []
        var rest = page.utf8[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")), let end = rest[start...].firstIndex(of: UInt8(ascii: ">")) {
            if start > rest.startIndex { pieces.append(String(decoding: rest[..<start], as: UTF8.self)) }
            pieces.append(String(decoding: rest[start...end], as: UTF8.self))
            rest = rest[rest.index(after: end)...]
        }
        return pieces + [String(decoding: rest, as: UTF8.self)]
    }

    private static func attribute(_ name: String, of tag: String) -> String? {
        guard tag.hasPrefix("<"), let place = place(of: name, in: tag) else { return nil }
        return EscapedHTML.plain(String(decoding: Array(tag.utf8)[place], as: UTF8.self))
    }

    private static func setting(_ name: String, to value: String, of tag: String) -> String {
        var bytes = Array(tag.utf8)
        if let place = place(of: name, in: tag) {
            bytes.replaceSubrange(place, with: EscapedHTML.escaped(value).utf8)
            return String(decoding: bytes, as: UTF8.self)
        }
        return String(decoding: bytes.dropLast(), as: UTF8.self) + " \(name)=\"\(EscapedHTML.escaped(value))\">"
    }

    /// In bytes: a mark above a letter, put behind a quotation mark, would hide that from whoever reads letters.
    private static func place(of name: String, in tag: String) -> Range<Int>? {
        let bytes = Array(tag.utf8)
        guard let start = bytes.firstRange(of: Array(" \(name)=\"".utf8)),
            let end = bytes[start.upperBound...].firstIndex(of: UInt8(ascii: "\""))
        else { return nil }
        return start.upperBound..<end
    }

    /// A mark without a value: `checked`, `selected`, `open`.
    private static func setting(_ mark: String, of tag: String) -> String { without(mark, of: tag).dropLast() + " \(mark)>" }

    private static func without(_ mark: String, of tag: String) -> String {
        tag.replacing(" \(mark)>", with: ">").replacing(" \(mark) ", with: " ")
    }
}
