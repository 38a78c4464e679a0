import CLibPQ

/// Owns one `PGconn`, from the attempt to connect (also one that fails) to `PQfinish`.
///
/// Every call of libpq on a connection stands in this file or beside it as an extension. After ``finish()`` the pointer is NULL, which
/// each of these functions accepts and answers as for a broken connection.
@safe struct ConnectionHandle: ~Copyable {
    var raw: OpaquePointer?
    private var canceller: OpaquePointer?

    /// No connection yet.
    init() {
        unsafe raw = nil
        unsafe canceller = nil
    }

    deinit {
        unsafe PQfreeCancel(canceller)
        unsafe PQfinish(raw)
    }

    mutating func finish() {
        unsafe PQfreeCancel(canceller)
        unsafe PQfinish(raw)
        unsafe canceller = nil
        unsafe raw = nil
    }

    // MARK: - Connecting

    mutating func start(_ parameters: [(keyword: String, value: String)]) {
        finish()
        let raw = unsafe CStringArray.with(parameters.map(\.keyword)) { keywords in
            unsafe CStringArray.with(parameters.map(\.value)) { values in
                unsafe PQconnectStartParams(keywords, values, 0)
            }
        }
        unsafe self.raw = unsafe raw
    }

    func pollConnect() -> PostgresPollingStatusType { unsafe PQconnectPoll(raw) }

    /// The notice receiver is C and has no context but this pointer; the caller keeps the sink alive as long as the connection.
    func receiveNotices(_ sink: NoticeSink) {
        let context = unsafe Unmanaged.passUnretained(sink).toOpaque()
        _ = unsafe PQsetNoticeReceiver(
            raw,
            { context, result in
                guard let context = unsafe context, let result = unsafe result else { return }
                unsafe Unmanaged<NoticeSink>.fromOpaque(context).takeUnretainedValue().receive(result)
            }, context)
    }

    /// Ready for use: non-blocking, and with the key that a cancel request needs.
    mutating func becomeReady() -> Bool {
        unsafe canceller = PQgetCancel(raw)
        return unsafe PQsetnonblocking(raw, 1) == 0
    }

    // MARK: - State

    /// libpq understood the parameters and has begun.
    var isStarted: Bool { unsafe PQstatus(raw) != CONNECTION_BAD }
    var isGood: Bool { unsafe PQstatus(raw) == CONNECTION_OK }
    var socket: Int32 { unsafe PQsocket(raw) }
    var transactionStatus: TransactionStatus { TransactionStatus(unsafe PQtransactionStatus(raw)) }
    var backendPID: Int32 { unsafe PQbackendPID(raw) }
    var serverVersion: Int32 { unsafe PQserverVersion(raw) }
    var isPipelining: Bool { unsafe PQpipelineStatus(raw) != PQ_PIPELINE_OFF }

    var errorMessage: String {
        let message = unsafe PQerrorMessage(raw).map { unsafe String(cString: $0) } ?? ""
        return message.split(separator: "\n").joined(separator: "; ")
    }

    func parameter(_ name: String) -> String? {
        unsafe PQparameterStatus(raw, name).map { unsafe String(cString: $0) }
    }

    // MARK: - Traffic

    /// 0: all is sent; 1: the socket is full; −1: the connection is broken.
    func flush() -> Int32 { unsafe PQflush(raw) }
    func consumeInput() -> Bool { unsafe PQconsumeInput(raw) == 1 }
    var isBusy: Bool { unsafe PQisBusy(raw) == 1 }

    func nextResult() -> ResultHandle? {
        guard let result = unsafe PQgetResult(raw) else { return nil }
        return unsafe ResultHandle(result)
    }

    /// Asks the server, over a connection of its own, to cancel what runs; nil when the request was delivered, else why not.
    func cancel() -> String? {
        var message = [CChar](repeating: 0, count: 256)
        guard unsafe PQcancel(canceller, &message, Int32(message.count)) == 0 else { return nil }
        return String(decoding: message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

/// Arrays of C strings that end with NULL, valid inside the closure.
enum CStringArray {
    static func with<R>(_ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> R) -> R {
        let storage = strings.flatMap { $0.utf8CString }
        return unsafe storage.withUnsafeBufferPointer { storage in
            var pointers: [UnsafePointer<CChar>?] = unsafe []
            var offset = 0
            for string in strings {
                unsafe pointers.append(storage.baseAddress! + offset)
                offset += string.utf8.count + 1
            }
            unsafe pointers.append(nil)
            return unsafe body(pointers)
        }
    }
}
