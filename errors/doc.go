// Package errors says what is wrong with a CreateVpnConnection request, and what the service answered to one.
//
// Import it as vpnerrors, so that the standard package keeps its name:
//
//	import vpnerrors "github.com/ipsec-go/aliyun/errors"
//
// This module returns two kinds of error. Both are structured data, from which their text is made:
//
//   - Before anything is sent: [ValidationErrors], one [FieldError] for each parameter that is wrong, with a reason
//     such as [ErrTooLong] that [errors.Is] finds.
//   - After the service replied: [APIError], whatever the reply looked like. Codes that programs branch on have a
//     sentinel, such as [ErrConfiguring], or a kind, such as [ErrQuota]; every other code is matched as a [Code]. [Decode]
//     makes an APIError from a reply, [FromSDK] from an error of an official SDK. [APIError.Retryable] tells whether to
//     send the same request again.
//
// [Message] explains both kinds to a person, in English or Chinese: for each of the 53 codes that edition 2025
// documents, what it means and what to do next.
//
// No error of this package shows a pre-shared key, or the echo of one that a reply marks as such. [Redact] makes errors
// of other packages safe for a log, such as those of net/http, which show the URL of a request.
package errors
