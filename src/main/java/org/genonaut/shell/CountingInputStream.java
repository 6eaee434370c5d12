package org.genonaut.shell;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** A request body that fails once more than a limit was read from it. */
final class CountingInputStream extends ServletInputStream {

    private final ServletInputStream body;
    private final long limit;
    private long count;

    /** @param limit bytes */
    CountingInputStream(ServletInputStream body, long limit) {
        this.body = body;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        var value = body.read();
        if (value >= 0) {
            add(1);
        }
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        var read = body.read(bytes, offset, length);
        add(Math.max(read, 0));
        return read;
    }

    private void add(int read) {
        count += read;
        if (count > limit) {
            throw new BodyTooLargeException(limit);
        }
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
