import Domain

extension Problem {
    /// For a terminal: what is wrong, then each place, by the name of the option it was typed for.
    func text(for line: CommandLineWords) -> String {
        let help = CommandHelp(line.command)
        let problem = code == Problem.notFound.code && fields.isEmpty ? Self.notFound(line.parts(help)) : self
        let faults = problem.fields.map { "  \($0.place(in: help)): \($0.reason)" }
        return ([problem.detail] + faults).joined(separator: "\n") + "\n"
    }

    /// Not found: what chose the object on the command line, with where the right names stand.
    private static func notFound(_ parts: [(name: String, value: String?)]) -> Problem {
        let choosing = parts.compactMap { name, value -> FieldFault? in
            guard let value, let step = name.hasPrefix("<") ? "kiểm tra lại" : steps[name] else { return nil }
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

    /// The options that choose what a command is about, and the commands that list their values.
    private static let steps: [String: String] = [
        "--tenant": "mã đơn vị như district_101; mã của đơn vị mình xem bằng thidua whoami",
        "--campaign": "mã phong trào như trong tệp phong trào (mục code)",
        "--version": "phiên bản của phong trào; bỏ tùy chọn này để xem phiên bản hiện hành",
        "--unit": "xem mã đơn vị bằng thidua unit list",
        "--parent": "xem mã đơn vị bằng thidua unit list",
        "--person": "xem mã định danh bằng thidua person list",
        "--post": "xem mã định danh bằng thidua post list",
        "--directive": "xem mã định danh bằng thidua directive list",
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
