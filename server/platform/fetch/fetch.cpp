#include "fetch/fetch.hpp"

#include <curl/curl.h>

#include <memory>
#include <new>
#include <stdexcept>

namespace fetch {
namespace {

struct Cleanup {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
    void operator()(char* text) const { curl_free(text); }
};
template <class T>
using Owned = std::unique_ptr<T, Cleanup>;

// Given back when the request is over, however it ends.
class Turn {
  public:
    explicit Turn(std::counting_semaphore<>& free) : free_(free.try_acquire() ? &free : nullptr) {}
    ~Turn() {
        if (free_ != nullptr) free_->release();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    explicit operator bool() const { return free_ != nullptr; }

  private:
    std::counting_semaphore<>* free_;
};

std::string part_of(CURLU* url, CURLUPart part) {
    char* text = nullptr;
    if (curl_url_get(url, part, &text, 0) != CURLUE_OK) return {};
    return Owned<char>(text).get();
}

struct Target {
    std::string scheme, host;
};

Target target_of(const std::string& text) {
    const Owned<CURLU> url(curl_url());
    if (!url) throw std::bad_alloc();
    if (curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_DISALLOW_USER) != CURLUE_OK) return {};
    return {part_of(url.get(), CURLUPART_SCHEME), part_of(url.get(), CURLUPART_HOST)};
}

struct Taken {
    std::string body;
    std::size_t most;
};

std::size_t take(const char* bytes, std::size_t, std::size_t count, void* into) {
    auto& taken = *static_cast<Taken*>(into);
    if (taken.body.size() + count > taken.most) return 0;  // ends the transfer
    taken.body.append(bytes, count);
    return count;
}

Owned<curl_slist> headers_of(const Request& request) {
    Owned<curl_slist> headers(curl_slist_append(nullptr, "Accept: application/json"));
    if (!headers) throw std::bad_alloc();
    if (!request.authorization.empty()) {
        const auto line = "Authorization: " + request.authorization;
        if (curl_slist_append(headers.get(), line.c_str()) == nullptr) throw std::bad_alloc();
    }
    return headers;
}

template <class Value>
void set(CURL* handle, CURLoption option, Value value) {
    if (const auto code = curl_easy_setopt(handle, option, value); code != CURLE_OK)
        throw std::runtime_error(std::string("libcurl: ") + curl_easy_strerror(code));
}

void set_limits(CURL* handle, const Limits& limits) {
    set(handle, CURLOPT_NOSIGNAL, 1L);
    set(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connecting.count()));
    set(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.whole.count()));
    set(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    set(handle, CURLOPT_FOLLOWLOCATION, 0L);
    set(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(handle, CURLOPT_NOPROXY, "127.0.0.1,::1");
    set(handle, CURLOPT_USERAGENT, "Lomwong");
}

Fault fault_of(CURLcode code) {
    if (code == CURLE_OPERATION_TIMEDOUT) return Fault::slow;
    return code == CURLE_WRITE_ERROR ? Fault::too_large : Fault::away;
}

}  // namespace

bool is_loopback(const std::string& url) {
    const auto target = target_of(url);
    return target.scheme == "http" && (target.host == "127.0.0.1" || target.host == "[::1]");
}

bool is_safe(const std::string& url) {
    const auto target = target_of(url);
    return target.scheme == "https" || is_loopback(url);
}

Client::Client(Limits limits, std::ptrdiff_t at_once) : limits_(limits), free_(at_once) {
    static const auto begun = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (begun != CURLE_OK) throw std::runtime_error("libcurl does not start");
}

Outcome Client::send(const Request& request) {
    if (!is_safe(request.url)) return Fault::not_safe;
    const Turn turn(free_);
    if (!turn) return Fault::busy;
    const Owned<CURL> handle(curl_easy_init());
    if (!handle) throw std::bad_alloc();
    const auto headers = headers_of(request);
    Taken taken{{}, limits_.bytes};
    set_limits(handle.get(), limits_);
    set(handle.get(), CURLOPT_URL, request.url.c_str());
    set(handle.get(), CURLOPT_HTTPHEADER, headers.get());
    set(handle.get(), CURLOPT_WRITEFUNCTION, &take);
    set(handle.get(), CURLOPT_WRITEDATA, &taken);
    if (request.form) {
        set(handle.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(request.form->size()));
        set(handle.get(), CURLOPT_POSTFIELDS, request.form->c_str());
    }
    if (const auto code = curl_easy_perform(handle.get()); code != CURLE_OK) return fault_of(code);
    long status = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    return Reply{static_cast<unsigned>(status), std::move(taken.body)};
}

}  // namespace fetch
