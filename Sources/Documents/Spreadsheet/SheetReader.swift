import Domain

/// The rows of one sheet (18.3.1.73).
struct SheetReader {
    let strings: SharedStrings
    let formats: DateFormats
    let startsIn1904: Bool
    let file: String
    let limits: TableLimits

    func read(_ content: [UInt8]) throws(Problem) -> (rows: [Table.Row], merges: [Table.Merge]) {
        var state = State()
        try XMLPart(content, file: file).walk { event throws(Problem) in try take(event, &state) }
        guard state.faults.isEmpty else { throw .invalid(state.faults) }
        return (state.rows, state.merges)
    }

    private struct State {
        var rows: [Table.Row] = []
        var merges: [Table.Merge] = []
        var faults: [FieldFault] = []
        var cellCount = 0
        /// Of the row being read; places may be left out in the file where it counts on.
        var row = 0
        var cells: [Table.Cell] = []
        var column = -1
        var type = "n"
        var style: Int?
        var value = ""
        var inline = RichText()
        var isInValue = false
        var isInInline = false
    }

    private func take(_ event: XMLPart.Event, _ state: inout State) throws(Problem) {
        switch event {
        case .start("row", let attributes):
            let number = attributes["r"].flatMap { Int($0) } ?? state.row + 1
            guard number > state.row else { throw broken }
            guard number <= limits.rows else { throw .tooManyCells(file, limits) }
            state.row = number
            state.cells = []
            state.column = -1
        case .end("row"):
            if !state.cells.allSatisfy(\.isBlank) { state.rows.append(Table.Row(number: state.row, cells: state.cells)) }
        case .start("c", let attributes):
            let column = try attributes["r"].map { address throws(Problem) in try place(address, state) } ?? state.column + 1
            guard column > state.column else { throw broken }
            guard column < limits.columns else { throw .tooManyCells(file, limits) }
            state.column = column
            state.type = attributes["t"] ?? "n"
            state.style = attributes["s"].flatMap { Int($0) }
            state.value = ""
            state.inline = RichText()
        case .end("c"): try endCell(&state)
        case .start("v", _): state.isInValue = true
        case .end("v"): state.isInValue = false
        case .start("is", _): state.isInInline = true
        case .end("is"): state.isInInline = false
        case .text(let text) where state.isInValue: state.value += text
        case .start("mergeCell", let attributes):
            // A merge of one cell merges nothing.
            guard let reference = attributes["ref"], reference.contains(":") else { return }
            guard state.merges.count < limits.rows else { throw .tooManyCells(file, limits) }
            state.merges.append(try merge(reference))
        default: if state.isInInline { state.inline.take(event) }
        }
    }

    /// Column of `B7`, which must be of the row that is read.
    private func place(_ address: String, _ state: State) throws(Problem) -> Int {
        let (row, column) = try cell(at: address)
        guard row == state.row else { throw broken }
        return column
    }

    private func cell(at address: String) throws(Problem) -> (row: Int, column: Int) {
        var column = 0
        let letters = address.utf8.prefix { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
        guard (1...3).contains(letters.count), let row = Int(address.dropFirst(letters.count)) else { throw broken }
        for letter in letters { column = column * 26 + Int(letter - UInt8(ascii: "A")) + 1 }
        return (row, column - 1)
    }

    /// `A3:B5`
    private func merge(_ reference: String) throws(Problem) -> Table.Merge {
        let corners = reference.split(separator: ":")
        guard corners.count == 2 else { throw broken }
        let (first, last) = (try cell(at: String(corners[0])), try cell(at: String(corners[1])))
        guard first.row <= last.row, first.column <= last.column else { throw broken }
        return Table.Merge(rows: first.row...last.row, columns: first.column...last.column)
    }

    private func endCell(_ state: inout State) throws(Problem) {
        let cell = try cell(&state)
        guard !cell.isBlank else { return }
        state.cellCount += 1
        guard state.cellCount <= limits.cells else { throw .tooManyCells(file, limits) }
        if case .text(let text) = cell, let stray = StrayCharacter(in: text) { fault(stray.reason, &state) }
        while state.cells.count < state.column { state.cells.append(.empty) }
        state.cells.append(cell)
    }

    private func cell(_ state: inout State) throws(Problem) -> Table.Cell {
        switch state.type {
        case "inlineStr": return .text(state.inline.text)
        case "str": return .text(RichText.unescaped(state.value))
        case "s":
            if state.value.isEmpty { return .empty }
            guard let number = Int(state.value), strings.texts.indices.contains(number) else { throw broken }
            return .text(strings.texts[number])
        case "b": return state.value.isEmpty ? .empty : .flag(state.value == "1")
        case "e":
            fault("công thức báo lỗi \(state.value); sửa công thức hoặc gõ giá trị rồi lưu lại", &state)
            return .empty
        case "d":
            guard let day = CivilDate(String(state.value.prefix(10))) else { throw broken }
            return .date(day)
        default:
            if state.value.isEmpty { return .empty }
            guard let number = Double(state.value), number.isFinite else { throw broken }
            guard formats.showsDay(state.style) else { return .number(number) }
            guard let day = DateFormats.day(number, from1904: startsIn1904) else {
                fault("không phải ngày có thật; gõ lại dạng ngày/tháng/năm", &state)
                return .empty
            }
            return .date(day)
        }
    }

    private func fault(_ reason: String, _ state: inout State) {
        // A broken column would fill the answer: the first tell enough.
        guard state.faults.count < 200 else { return }
        state.faults.append(FieldFault("ô " + Table.address(row: state.row, column: state.column), reason))
    }

    private var broken: Problem {
        Problem(.invalid, "invalid-table", "\(file): tệp Excel đã hỏng. Mở bằng Excel rồi lưu lại dưới dạng .xlsx.")
    }
}
