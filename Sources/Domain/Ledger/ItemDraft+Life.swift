/// How an item begins: drafted, changed as often as needed, then given or discarded. From there on the life of the item itself is
/// ``WorkItem/State``; a draft that was given is never changed again.
extension ItemDraft {
    public enum State: String, Sendable, Hashable, CaseIterable {
        case draft, assigned, discarded

        public var vietnamese: String {
            switch self {
            case .draft: "nháp"
            case .assigned: "đã giao"
            case .discarded: "đã bỏ"
            }
        }
    }

    public enum Step: String, Sendable, Hashable, CaseIterable {
        case revise, assign, discard

        public var vietnamese: String {
            switch self {
            case .revise: "sửa bản nháp"
            case .assign: "giao"
            case .discard: "bỏ bản nháp"
            }
        }
    }
}

extension ItemDraft.State {
    /// Where a draft is after the step, nil where there is no such step from here.
    public func after(_ step: ItemDraft.Step) -> ItemDraft.State? {
        guard self == .draft else { return nil }
        return switch step {
        case .revise: .draft
        case .assign: .assigned
        case .discard: .discarded
        }
    }

    /// Nil: the step is in order; otherwise why not, and what to do instead.
    public func refusal(of step: ItemDraft.Step) -> Problem? {
        guard after(step) == nil else { return nil }
        return switch self {
        case .assigned:
            Problem(
                .refused, "draft-assigned",
                "Bản nháp này đã được giao thành nhiệm vụ. Xem nhiệm vụ; điều chỉnh nội dung giao ở nhiệm vụ đó.")
        case .draft, .discarded:
            Problem(.refused, "draft-discarded", "Bản nháp này đã bỏ. Soạn bản nháp mới.")
        }
    }
}
