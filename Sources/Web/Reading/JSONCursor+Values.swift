public import Domain
public import FoundationEssentials

extension JSONCursor {
    /// An id, as 36 characters with hyphens.
    public func id<Entity>(_ type: EntityID<Entity>.Type = EntityID<Entity>.self) -> EntityID<Entity>? {
        guard case .string(let text) = value, let id = EntityID<Entity>(text) else {
            return fault("phải là mã định danh 36 ký tự; lấy ở mục id của danh sách")
        }
        return id
    }

    public func uuid() -> UUID? {
        guard case .string(let text) = value, text.utf8.count == 36, let uuid = UUID(uuidString: text) else {
            return fault("phải là mã định danh 36 ký tự; lấy ở mục id của danh sách")
        }
        return uuid
    }

    /// A day that an officer may enter: `YYYY-MM-DD`, in the calendar and of our time (``CivilDate/enterable(on:)``).
    public func day() -> CivilDate? {
        guard let day = date() else { return nil }
        if let refusal = day.refusal(on: .today) { return fault(refusal) }
        return day
    }

    /// One line of text in NFC, trimmed, not empty, at most so many characters.
    public func text(atMost limit: Int = 500) -> String? {
        guard let text = line(atMost: limit) else { return nil }
        guard !text.isEmpty else { return fault("không được để trống; nhập nội dung") }
        return text
    }

    /// The same, possibly empty.
    public func line(atMost limit: Int = 500) -> String? {
        guard let typed = string() else { return nil }
        let text = VietnameseText(typed).string
        guard text.count <= limit else { return fault("dài quá \(limit) ký tự; rút gọn lại") }
        return text
    }

    /// Several lines of text in NFC, at most so many characters.
    public func passage(atMost limit: Int = 20_000) -> String? {
        guard let typed = string() else { return nil }
        let text = VietnameseText.composed(typed)
        guard text.count <= limit else { return fault("dài quá \(limit) ký tự; rút gọn lại") }
        return text
    }
}
