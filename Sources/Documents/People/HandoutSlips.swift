public import Domain
public import FoundationEssentials

/// The slips of one unit as text for a printer: a block for each person, a line to cut along between them.
public enum HandoutSlips {
    /// - Parameters:
    ///   - service: address of the service as officers reach it; nil: links are paths.
    ///   - clock: how a moment is written.
    public static func text(_ handouts: [Handout], at service: String?, clock: (Date) -> String) -> String {
        handouts.byUnit.map { unitName, handouts in
            let blocks = handouts.map { handout in
                """
                Họ và tên:      \(handout.fullName)
                Tên đăng nhập:  \(handout.username)
                Đặt mật khẩu:   \(handout.link.address(at: service))
                                dùng một lần, đến \(clock(handout.link.expiresAt)); không cho ai khác xem
                """
            }
            return "PHIẾU TÀI KHOẢN – \(unitName)\n\n" + blocks.joined(separator: "\n\(cut)\n") + "\n"
        }.joined(separator: "\u{C}")
    }

    private static let cut = "- - - - - - - - - - - - - - - - - - - - cắt theo đường này - - - - - - - - - - - - - - - - - - - -"
}
