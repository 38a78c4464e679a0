import Domain
import Foundation
import NIOCore

extension Problem {
    /// Why the service cannot listen where it was told to; nil for any other error.
    init?(listeningAt place: ServerConfiguration, failed error: any Error) {
        let fault: FieldFault
        switch error {
        case let error as IOError where error.errnoCode == EADDRINUSE:
            fault = FieldFault("--port", "cổng \(place.port) đang có chương trình khác dùng; chọn cổng khác hoặc dừng chương trình đó")
        case let error as IOError where error.errnoCode == EACCES:
            fault = FieldFault("--port", "không được phép dùng cổng \(place.port); chọn cổng từ 1024 trở lên")
        case is IOError, is SocketAddressError:
            fault = FieldFault("--host", "“\(place.host)” không phải địa chỉ của máy này; ghi 127.0.0.1 hoặc địa chỉ mạng của máy")
        default: return nil
        }
        self.init(.invalid, "cannot-listen", "Không mở được cổng phục vụ.", fields: [fault])
    }
}
