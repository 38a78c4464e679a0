/// The names that a template asks for and a page does not have: the template engine shows nothing for them and says nothing.
struct TemplateNames {
    let sources: [String: String]

    /// - Returns: Each missing name with the template it stands in, in the order of the text.
    func missing(in page: Any, template: String) -> [String] {
        var found: [String] = []
        walk(Self.tags(of: sources[template] ?? "")[...], template, [page], &found)
        return found
    }

    // MARK: - Tags

    private struct Tag {
        /// `#`, `^`, `/`, `>`, `<`, `$`, or a space for a value.
        let sign: Character
        let name: String
    }

    private static func tags(of text: String) -> [Tag] {
        text.split(separator: "{{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
            guard let end = part.firstRange(of: "}}") else { return nil }
            // Of what is shown as HTML, three braces.
            let inside = part[..<end.lowerBound].drop { $0 == "{" }
            guard let first = inside.first else { return nil }
            let isSigned = "#^/><$".contains(first)
            return Tag(sign: isSigned ? first : " ", name: (isSigned ? inside.dropFirst() : inside).filter { !$0.isWhitespace })
        }
    }

    // MARK: - Walking

    private func walk(_ tags: ArraySlice<Tag>, _ template: String, _ stack: [Any], _ missing: inout [String]) {
        var index = tags.startIndex
        while index < tags.endIndex {
            let tag = tags[index]
            index += 1
            switch tag.sign {
            case " ", "#", "^":
                let value = find(tag.name, stack)
                if value == nil { missing.append("\(template): \(tag.name)") }
                guard tag.sign != " " else { continue }
                let end = Self.end(of: tag.name, in: tags[index...])
                let body = tags[index..<end]
                if tag.sign == "^" {
                    walk(body, template, stack, &missing)
                } else {
                    for inner in Self.contexts(value as Any) { walk(body, template, stack + [inner], &missing) }
                }
                index = end + 1
            case ">", "<":
                walk(Self.tags(of: sources[tag.name] ?? "")[...], tag.name, stack, &missing)
            default:
                // Blocks of a layout and closing signs: what is in between is read as it comes.
                continue
            }
        }
    }

    private static func end(of name: String, in tags: ArraySlice<Tag>) -> Int {
        var depth = 0
        for index in tags.indices where tags[index].name == name {
            if tags[index].sign == "/" {
                if depth == 0 { return index }
                depth -= 1
            } else if "#^".contains(tags[index].sign) {
                depth += 1
            }
        }
        return tags.endIndex - 1
    }

    /// What a section is read with: each element of a list, the value itself, nothing for nil.
    private static func contexts(_ value: Any) -> [Any] {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .collection: return mirror.children.map(\.value)
        case .optional: return mirror.children.first.map { contexts($0.value) } ?? []
        default: return [value]
        }
    }

    /// A dotted name, looked for from the innermost context outwards.
    private func find(_ name: String, _ stack: [Any]) -> Any? {
        let parts = name.split(separator: ".").map(String.init)
        guard let first = parts.first else { return stack.last }
        for context in stack.reversed() {
            guard var value = Self.member(first, of: context) else { continue }
            for part in parts.dropFirst() {
                guard let next = Self.member(part, of: value) else { return nil }
                value = next
            }
            return value
        }
        return nil
    }

    private static func member(_ name: String, of value: Any) -> Any? {
        Mirror(reflecting: value).children.first { $0.label == name }?.value
    }
}
