#include "http/reply.hpp"

namespace http {

Response json_response(unsigned status, std::string body) {
    if (status == 204) {
        Response response;
        response.status = status;
        return response;
    }
    return Response::json(status, std::move(body));
}

}  // namespace http
