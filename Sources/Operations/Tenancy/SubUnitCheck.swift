import Domain

/// What the fields of a sub-unit must be, at opening and at a change.
struct SubUnitCheck {
    private var input = InputCheck()

    mutating func code(_ typed: String) -> String {
        let code = input.line(typed, "$.code", atMost: 40)
        if code.contains(where: \.isWhitespace) { input.fault("$.code", "mã viết liền, không có khoảng trắng, ví dụ PNV hoặc 31999") }
        return code
    }

    mutating func name(_ typed: String) -> String {
        input.line(typed, "$.name", atMost: 200)
    }

    /// The name with its kind before it, unless the name begins with it already: "Xã Tân Lộc", "Phòng Nội vụ".
    mutating func fullName(_ typed: String?, kind: SubUnit.Kind, name: String) -> String {
        if let typed { return input.line(typed, "$.fullName", atMost: 300) }
        let word = kind.vietnamese
        if VietnameseText(name).folded.hasPrefix(VietnameseText(word).folded + " ") { return name }
        return "\(word.prefix(1).uppercased())\(word.dropFirst()) \(name)"
    }

    mutating func kind(_ kind: SubUnit.Kind) -> SubUnit.Kind {
        if kind.isTenantOnly {
            let choices = SubUnit.Kind.allCases.filter { !$0.isTenantOnly }.map(\.rawValue).joined(separator: ", ")
            input.fault("$.kind", "“\(kind.vietnamese)” không phải loại đơn vị trực thuộc; chọn một trong: \(choices)")
        }
        return kind
    }

    mutating func position(_ position: Int) -> Int {
        if !(0...100_000).contains(position) { input.fault("$.position", "phải từ 0 đến 100000") }
        return position
    }

    /// A unit is not older than the one it stands under.
    mutating func opened(_ day: CivilDate, notBefore parent: SubUnit) {
        guard day < parent.openedOn else { return }
        input.fault("$.openedOn", "trước ngày \(parent.openedOn.vietnamese) của đơn vị cấp trên; nhập ngày từ ngày đó trở đi")
    }

    func finish() throws(Problem) {
        try input.finish()
    }
}
