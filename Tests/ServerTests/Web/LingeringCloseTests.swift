import NIOCore
import NIOEmbedded
import Testing

@testable import Server

/// On a clock that the test moves.
@Suite("The end of a connection")
struct LingeringCloseTests {
    /// Stands where the socket is: what is written has gone out once the test says so.
    private final class Socket: ChannelOutboundHandler {
        typealias OutboundIn = NIOAny

        var unsent: EventLoopPromise<Void>?

        func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
            if mode == .output { unsent = promise } else { context.close(mode: mode, promise: promise) }
        }
    }

    @Test(
        "comes ten seconds after the answer has gone out, and a minute after it began where the client reads nothing; what comes meanwhile is thrown away",
        arguments: [(5, 15), (55, 60), (nil, 60)] as [(Int64?, Int64)])
    func bounds(sentAfter: Int64?, ends: Int64) throws {
        let socket = Socket()
        let channel = EmbeddedChannel(handlers: [socket, LingeringClose()])
        channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 1), promise: nil)
        channel.close(mode: .output, promise: nil)
        let clock = channel.embeddedEventLoop
        if let sentAfter {
            clock.advanceTime(by: .seconds(sentAfter))
            #expect(channel.isActive)
            socket.unsent?.succeed()
        }
        try channel.writeInbound(ByteBuffer(string: "more"))
        clock.advanceTime(by: .seconds(ends - (sentAfter ?? 0)) - .nanoseconds(1))
        #expect(channel.isActive)
        #expect(try channel.readInbound(as: ByteBuffer.self) == nil)
        clock.advanceTime(by: .nanoseconds(1))
        #expect(!channel.isActive)
        if sentAfter == nil { socket.unsent?.fail(ChannelError.ioOnClosedChannel) }
    }
}
