import Domain

extension Problem {
    /// For a terminal: what is wrong, then each place, by the name of the option it was typed for.
    func text(for line: CommandLineWords) -> String {
        let help = CommandHelp(line.command)
        let problem =
            switch code {
            case Problem.notFound.code where fields.isEmpty: Self.notFound(line.parts(help))
            case Problem.notSignedIn.code: Self.notSignedInHere
            default: self
            }
        let faults = problem.fields.map { "  \($0.place(in: help)): \($0.reason)" }
        return ([problem.detail] + faults).joined(separator: "\n") + "\n"
    }

    /// Not found: what chose the object on the command line, with where the right names stand.
    private static func notFound(_ parts: [(name: String, value: String?)]) -> Problem {
        let choosing = parts.compactMap { name, value -> FieldFault? in
            // A file was read already, else that would have been said.
            guard let value, name != "<file>", let step = steps[name] ?? (name.hasPrefix("<") ? "kiểm tra lại" : nil) else { return nil }
            return FieldFault(name, "“\(value)”; \(step)")
        }
        guard !choosing.isEmpty else {
            return Problem(.notFound, notFound.code, "Không tìm thấy nội dung yêu cầu, hoặc chức vụ đang làm việc không được xem.")
        }
        return Problem(
            .notFound, notFound.code,
            "Không tìm thấy nội dung theo các mục dưới đây, hoặc chức vụ đang làm việc không được xem. Kiểm tra từng mục:", fields: choosing
        )
    }

    private static let notSignedInHere = Problem(
        .notSignedIn, notSignedIn.code,
        "Chưa đăng nhập hoặc phiên làm việc đã hết hạn. Đăng nhập bằng: thidua sign-in --username <tên đăng nhập>")

    /// The options and arguments that choose what a command is about, and the commands that list their values.
    static let steps: [String: String] = [
        "--tenant": "mã đơn vị như district_101; mã của đơn vị mình xem bằng thidua whoami",
        "--campaign": "xem mã phong trào bằng thidua campaign show",
        "--version": "phiên bản của phong trào; bỏ tùy chọn này để xem phiên bản hiện hành",
        "--unit": "xem mã đơn vị bằng thidua unit list",
        "--parent": "xem mã đơn vị bằng thidua unit list",
        "--person": "xem mã định danh bằng thidua person list",
        "--post": "xem mã định danh bằng thidua post list",
        "--directive": "xem mã định danh bằng thidua directive list",
        "--assignee": "xem mã định danh bằng thidua person list",
        "--unit-leader": "xem mã định danh bằng thidua post list",
        "<item>": "ghi mã định danh ở cột cuối của thidua item list",
        "<person>": "xem mã định danh bằng thidua person list",
        "<post>": "xem mã định danh bằng thidua post list",
        "<unit>": "xem mã đơn vị bằng thidua unit list",
        "<directive>": "xem mã định danh bằng thidua directive list",
        "<code>": "xem mã phong trào bằng thidua campaign show",
        "<slug>": "xem mã đơn vị bằng thidua tenant list",
    ]
}

extension Problem.Kind {
    /// 1 failed, 3 refused by a rule, 4 not signed in or not allowed (design.md 8).
    var exitCode: Int32 {
        switch self {
        case .refused, .conflict, .stale: 3
        case .notSignedIn, .notAllowed, .tooMany: 4
        case .invalid, .notFound, .versionNeeded, .tooLarge, .unsupported, .wrongMethod, .malformed, .unavailable, .unexpected: 1
        }
    }
}
