import Domain
import Foundation
import Glibc

/// Reads a password without showing it: from the terminal, or the first line of a pipe. Never from an argument, which others could see.
enum PasswordPrompt {
    static func read(_ question: String) throws -> String {
        guard isatty(STDIN_FILENO) == 1 else { return try line() }
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
        return try line()
    }

    private static func line() throws -> String {
        guard let line = readLine(), !line.isEmpty else {
            throw Problem.invalid("password", "chưa có mật khẩu; gõ khi được hỏi, hoặc đưa vào qua ống dẫn: echo … | thidua …")
        }
        return line
    }
}
