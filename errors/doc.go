// Package errors says what is wrong with a CreateVpnConnection request, and what the service answered to one.
//
// Import it as vpnerrors, so that the standard package keeps its name:
//
//	import vpnerrors "github.com/ipsec-go/aliyun/errors"
//
// Two kinds of error come out of this module, and both are data first:
//
//   - Before anything is sent: [ValidationErrors], one [FieldError] for each parameter that is wrong, with a reason
//     such as [ErrTooLong] that [errors.Is] finds.
//   - After the service replied: [APIError], whatever the reply looked like. The eight codes that the API document
//     lists have a sentinel each, such as [ErrConfiguring]; every other code comes through whole in [APIError.Code].
//     [Decode] makes one from a reply, [FromSDK] from an error of an official SDK.
//
// [Message] says either to the person at the screen, in English or Chinese.
//
// No error of this package shows a pre-shared key.
package errors
