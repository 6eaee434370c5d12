package org.genonaut;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LoopbackHostFilterTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1:8080", "localhost", "localhost:9999"})
    void answersToItsOwnNames(String host) throws Exception {
        new LoopbackHostFilter().doFilter(asking(host), response, chain);

        assertThat(chain.getRequest()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example:8080", "localhost.evil.example", "192.168.1.7"})
    void refusesForeignNames(String host) throws Exception {
        new LoopbackHostFilter().doFilter(asking(host), response, chain);

        assertThat(chain.getRequest()).isNull();
        assertThat(response.getStatus()).isEqualTo(421);
        assertThat(response.getContentAsString()).contains("http://127.0.0.1");
    }

    private static MockHttpServletRequest asking(String host) {
        var request = new MockHttpServletRequest("GET", "/");
        request.addHeader("Host", host);
        return request;
    }
}
