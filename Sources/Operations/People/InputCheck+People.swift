import Domain

extension InputCheck {
    /// At most 120 characters; no digits, which come from pasted lists.
    mutating func personName(_ typed: String) -> PersonName? {
        let line = line(typed, "$.fullName", atMost: 120)
        if line.contains(where: \.isNumber) { fault("$.fullName", "có chữ số; chỉ ghi họ và tên") }
        return PersonName(line)
    }
}
