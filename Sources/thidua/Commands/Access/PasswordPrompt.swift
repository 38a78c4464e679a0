import Domain
import Foundation
import Glibc

/// Reads a password without showing it: from the terminal, or the next line of a pipe. Never from an argument, which others could see.
enum PasswordPrompt {
    static func read(_ question: String) throws -> String {
        guard let line = typed(question) else {
            throw Problem.invalid("password", "chưa có mật khẩu; gõ khi được hỏi, hoặc đưa vào qua ống dẫn: echo … | thidua …")
        }
        return line
    }

    /// A code of the second factor, asked for in the same way.
    static func code(_ question: String = "Mã xác thực: ") throws -> String {
        guard let line = typed(question) else {
            throw Problem.invalid("--code", "chưa có mã xác thực; ghi --code, hoặc gõ khi được hỏi")
        }
        return line
    }

    private static func typed(_ question: String) -> String? {
        guard isatty(STDIN_FILENO) == 1 else { return line() }
        FileHandle.standardError.write(Data(question.utf8))
        var settings = termios()
        tcgetattr(STDIN_FILENO, &settings)
        var silent = settings
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
            FileHandle.standardError.write(Data("\n".utf8))
        }
        return line()
    }

    private static func line() -> String? {
        readLine().flatMap { $0.isEmpty ? nil : $0 }
    }
}
