import Documents
import Domain
import Foundation

/// Links to be handed out, as commands print them.
enum HandoutOutput {
    static func print(_ handouts: [Handout], as format: OutputFormat) {
        let address = CommandEnvironment.publicAddress
        CommandOutput.print(
            columns: ["Đơn vị", "Họ và tên", "Tên đăng nhập", "Liên kết đặt mật khẩu (dùng một lần)", "Hết hạn"],
            rows: handouts.map {
                [$0.unitName, $0.fullName, $0.username, $0.link.address(at: address), clock($0.link.expiresAt)]
            },
            json: .array(handouts.map { HandoutJSON.value($0, at: address) }), as: format)
    }

    /// A page for each sub-unit, to be cut.
    static func printSlips(_ handouts: [Handout]) {
        Swift.print(HandoutSlips.text(handouts, at: CommandEnvironment.publicAddress, clock: clock), terminator: "")
    }

    /// dd/mm/yyyy hh:mm in Việt Nam, which keeps one offset all the year.
    private static func clock(_ date: Date) -> String {
        let seconds = Int64(date.timeIntervalSince1970)
        let minute = Int((seconds + 7 * 3_600) / 60 % 1_440)
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(CivilDate(atSecondsSince1970: seconds).vietnamese) \(two(minute / 60)):\(two(minute % 60))"
    }
}
